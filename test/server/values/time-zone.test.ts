import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkTimeZone } from '../../../server/values/time-zone';
import { skip, verdictsOf } from './verdicts';

test('a time zone is what the runner finds in the zone table', { skip }, () => {
  const verdicts = verdictsOf('timezone');
  assert.ok(verdicts.length > 5);
  for (const { input, accepted } of verdicts) {
    assert.equal(checkTimeZone(input) === undefined, accepted, JSON.stringify(input));
  }
});

test('a wrong time zone is told what one looks like', () => {
  assert.equal(checkTimeZone('Europe/Berlin'), undefined);
  assert.match(
    checkTimeZone('Berlin') as string,
    /^"Berlin" is no time zone\. Write a name .* such as "Europe\/Berlin"/,
  );
});

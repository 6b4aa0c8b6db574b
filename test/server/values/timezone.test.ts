import assert from 'node:assert/strict';
import { test } from 'node:test';
import { message } from '../../../server/text/message';
import { timezone } from '../../../server/values/timezone';
import { skip, verdictsOf } from './verdicts';

test('a time zone is what the runner finds in the zone table', { skip }, () => {
  const verdicts = verdictsOf('timezone');
  assert.ok(verdicts.length > 5);
  for (const { input, accepted } of verdicts) {
    assert.equal(timezone.read(input).problems.length === 0, accepted, JSON.stringify(input));
  }
});

test('a wrong time zone is told what one looks like', () => {
  assert.deepEqual(timezone.read('Europe/Berlin').problems, []);
  assert.deepEqual(
    timezone.read('Berlin').problems.map((problem) => problem.message),
    [message('invalid-value.time-zone', { outcome: 'refused', text: 'Berlin' })],
  );
});

test('the case of a name is repaired', () => {
  const repaired = (text: string) => timezone.read(text).problems.map((problem) => problem.repaired);
  assert.deepEqual(repaired('europe/berlin'), ['Europe/Berlin']);
  assert.deepEqual(repaired('utc'), ['UTC']);
  assert.deepEqual(repaired('Berlin'), [undefined]);
});

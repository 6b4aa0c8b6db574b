import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPeriod } from '../../../server/values/period';
import { skip, verdictsOf } from './verdicts';

test('a period is what the runner reads as one', { skip }, () => {
  const verdicts = verdictsOf('cron-machine');
  assert.ok(verdicts.length > 10);
  for (const { input, accepted } of verdicts) {
    assert.equal(checkPeriod(input) === undefined, accepted, `${JSON.stringify(input)}: ${checkPeriod(input)}`);
  }
});

test('what is wrong with a period is said of its field', () => {
  assert.equal(checkPeriod('* * 9-17 * * mon-fri *'), undefined);
  assert.equal(checkPeriod('* * 25 * * * *'), '"25" is no hour in the period "* * 25 * * * *".');
  assert.match(checkPeriod('* * *') as string, /has 3 of at least 5 fields/);
});

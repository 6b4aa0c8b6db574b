import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixed, fixTitles, reportOf } from '../../findings';

test('a value that is written otherwise', () => {
  const text = `[[runners]]
  [runners.docker]
    pull_policy = "IfNotPresent"
`;
  assert.deepEqual(reportOf(text), [
    '3 warning invalid-value «"IfNotPresent"»: `"IfNotPresent"` is not one of the values of `pull_policy`: "always", "never", "if-not-present".',
  ]);
  assert.deepEqual(fixTitles(text), ['Change to "if-not-present"']);
  const after = fixed(text, 'Change to "if-not-present"');
  assert.equal(
    after,
    `[[runners]]
  [runners.docker]
    pull_policy = "if-not-present"
`,
  );
  assert.deepEqual(reportOf(after), []);
});

test('a duration without a unit', () => {
  const text = `[[runners]]
  [runners.autoscaler]
    [[runners.autoscaler.policy]]
      idle_time = "20"
`;
  assert.deepEqual(reportOf(text), [
    '4 error invalid-value «"20"»: `"20"` is no duration. Write a number with its unit, such as "30s", "15m" or "1h30m". The runner does not start with it.',
  ]);
  assert.deepEqual(fixTitles(text), []);
});

test('a period', () => {
  const text = `[[runners]]
  [[runners.monitoring.job_queuing_durations]]
    periods = ["* * 25 * * * *"]
    threshold = "30s"
`;
  assert.deepEqual(reportOf(text), [
    '3 error invalid-value «"* * 25 * * * *"»: "25" is no hour in the period "* * 25 * * * *". The runner does not start with it.',
  ]);
  assert.deepEqual(fixTitles(text), []);
});

test('a value that is nothing like the known ones', () => {
  const text = `[[runners]]
  shell = "fish"
`;
  assert.deepEqual(reportOf(text), [
    '2 warning invalid-value «"fish"»: `"fish"` is not one of the values of `shell`: "bash", "sh", "cmd", "pwsh", "powershell".',
  ]);
  assert.deepEqual(fixTitles(text), []);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { message } from '../../../../server/text/message';
import { briefReportOf, findingsOf, fixed, fixTitles, reportOf } from '../../findings';

const messagesOf = (text: string) => findingsOf(text).map((finding) => finding.message);

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
  assert.deepEqual(briefReportOf(text), ['4 error invalid-value «"20"»']);
  assert.deepEqual(messagesOf(text), [message('invalid-value.duration', { text: '20' })]);
  assert.deepEqual(fixTitles(text), []);
});

test('a period', () => {
  const text = `[[runners]]
  [[runners.monitoring.job_queuing_durations]]
    periods = ["* * 25 * * * *"]
    threshold = "30s"
`;
  assert.deepEqual(briefReportOf(text), ['3 error invalid-value «"* * 25 * * * *"»']);
  assert.deepEqual(messagesOf(text), [
    message('invalid-value.period.entry', { entry: '25', period: '* * 25 * * * *', field: 'hour' }),
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

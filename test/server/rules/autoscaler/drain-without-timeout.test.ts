/** Machines that are to be removed while the runner ends. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { briefReportOf, dataReportOf, fixed } from '../../findings';

test('machines that are to be removed within half a minute', () => {
  const drained = (first: string) =>
    `${first}[machine.shutdown_drain] # gitlab-runner: ignore=deprecated-key\n  enabled = true\n`;
  assert.deepEqual(dataReportOf(drained('')), [
    '2 warning drain-without-timeout «true»: drain-without-timeout seconds=30',
  ]);
  assert.deepEqual(briefReportOf(drained('shutdown_timeout = 120\n')), ['3 warning drain-without-timeout «true»']);
  assert.deepEqual(briefReportOf(fixed(drained('shutdown_timeout = 120\n'), 'Set `shutdown_timeout = 600`')), []);
  assert.deepEqual(briefReportOf(fixed(drained(''), 'Set `shutdown_timeout = 600`')), []);
});

/** Images that are not pulled to machines that begin without any. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { briefReportOf, fixed } from '../../findings';
import { machine } from './scaled';

test('a machine that pulls no image', () => {
  const never = machine('', '    pull_policy = ["never"]\n');
  assert.deepEqual(briefReportOf(never), ['8 warning machine-pull-never «"never"»']);
  assert.deepEqual(briefReportOf(fixed(never, 'Change to `"if-not-present"`')), []);
});

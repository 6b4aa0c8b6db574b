/** Privileged jobs on machines that others use after them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { briefReportOf, fixed } from '../../findings';
import { machine } from './scaled';

test('privileged jobs without machines of their own', () => {
  const privileged = machine('', '    privileged = true\n');
  assert.deepEqual(briefReportOf(privileged), ['9 hint machine-privileged-maxbuilds «runners.machine»']);
  assert.deepEqual(briefReportOf(fixed(privileged, 'Set `MaxBuilds = 1`')), []);
});

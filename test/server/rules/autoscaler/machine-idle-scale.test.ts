/** A least number of idle machines that is above the most. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { briefReportOf } from '../../findings';
import { machine } from './scaled';

test('a least of idle machines that a factor never reaches', () => {
  assert.deepEqual(briefReportOf(machine('    IdleCount = 2\n    IdleCountMin = 3\n    IdleScaleFactor = 1.5\n')), [
    '12 warning machine-idle-scale «3»',
  ]);
});

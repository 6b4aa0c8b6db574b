/** Durations without a unit. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted } from '../../../counted';
import { briefReportOf, fixed, fixKinds } from '../../findings';
import { policy, scaled } from './scaled';

test('whole numbers as durations', () => {
  const idle = (time: string) => scaled(policy('["* * * * *"]', `      idle_time = ${time}\n`));
  assert.deepEqual(briefReportOf(idle('600')), ['12 warning duration-integer «600»']);
  assert.match(fixed(idle('600'), 'Change to `"600s"`'), /idle_time = "600s"/);
  assert.deepEqual(briefReportOf(idle('600000000000')), []);
  for (const nothing of counted(['0', '"0s"', '"10m"'])) assert.deepEqual(briefReportOf(idle(nothing)), []);
  assert.deepEqual(briefReportOf(scaled('', '    max_use_count = 2\n    instance_acquire_timeout = 300\n')), [
    '8 error duration-integer «300»',
  ]);
  assert.deepEqual(fixKinds(idle('999999999')), []);
});

test('texts of less than the key takes', () => {
  const idle = (time: string) => briefReportOf(scaled(policy('["* * * * *"]', `      idle_time = "${time}"\n`)));
  for (const time of counted(['500ms', '999999us', '1ns']))
    assert.deepEqual(idle(time), [`12 warning duration-integer «"${time}"»`]);
  for (const time of counted(['1s', '0s', '1000ms', '20m'])) assert.deepEqual(idle(time), [], time);
  assert.deepEqual(briefReportOf(scaled('', '    max_use_count = 2\n    instance_acquire_timeout = "500ms"\n')), []);
});

/** Nested machines that lack what they need. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dataReportOf } from '../../findings';
import { scaled } from './scaled';

test('nested machines without their daemon and without an image', () => {
  const nested = (lines: string) => scaled(`    [runners.autoscaler.vm_isolation]\n${lines}`);
  assert.deepEqual(dataReportOf(nested('      enabled = true\n      nesting_host = ""\n')), [
    '10 warning vm-isolation-incomplete «runners.autoscaler.vm_isolation»: vm-isolation-incomplete key=image',
    '12 warning vm-isolation-incomplete «""»: vm-isolation-incomplete key=nesting_host',
  ]);
});

/** Instances with room for more jobs than run at once. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { briefReportOf } from '../../findings';
import { scaledRunner } from './scaled-file';

test('room for more jobs than run at once', () => {
  const text = (concurrent: string, capacity: number) =>
    briefReportOf(`${concurrent}${scaledRunner('abcd', '      name = "a"\n', capacity)}`);
  assert.deepEqual(text('concurrent = 4\n', 2), ['9 hint autoscaler-capacity «4»']);
  assert.deepEqual(text('concurrent = 8\n', 2), []);
});

/** Two runners that scale one group. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted } from '../../../counted';
import { briefReportOf } from '../../findings';
import { scaledRunner } from './scaled-file';

const both = (first: string, second: string) =>
  briefReportOf(`concurrent = 8\n${scaledRunner('abcd', first)}${scaledRunner('efgh', second)}`);

test('one group of two runners', () => {
  assert.deepEqual(both('      name = "a"\n      zone = "z"\n', '      zone = "z"\n      name = "a"\n'), [
    '23 warning autoscaler-shared-group «"a"»',
  ]);
  for (const other of counted([
    '      name = "b"\n',
    '      name = "a"\n      zone = "z"\n',
    '      name = "a"\n      zones = ["z"]\n',
    '      zone = "z"\n',
  ]))
    assert.deepEqual(both('      name = "a"\n', other), [], other);
  assert.deepEqual(both(`      name = "\${GROUP}"\n`, `      name = "\${GROUP}"\n`), []);
});

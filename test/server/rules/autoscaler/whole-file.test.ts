/** Autoscalers of one file beside each other. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted } from '../../../counted';
import { briefReportOf } from '../../findings';

function scaled(token: string, config: string, capacity = 1): string {
  return `[[runners]]\n  url = "https://gitlab.example.com"\n  token = "glrt-${token}-123456789abcdef"\n  executor = "instance"\n  [runners.autoscaler]\n    plugin = "fleeting-plugin-of-ours"\n    capacity_per_instance = ${capacity}\n    max_instances = 4\n    [runners.autoscaler.plugin_config]\n${config}`;
}

const both = (first: string, second: string) =>
  briefReportOf(`concurrent = 8\n${scaled('abcd', first)}${scaled('efgh', second)}`);

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

test('room for more jobs than run at once', () => {
  const text = (concurrent: string, capacity: number) =>
    briefReportOf(`${concurrent}${scaled('abcd', '      name = "a"\n', capacity)}`);
  assert.deepEqual(text('concurrent = 4\n', 2), ['9 hint autoscaler-capacity «4»']);
  assert.deepEqual(text('concurrent = 8\n', 2), []);
});

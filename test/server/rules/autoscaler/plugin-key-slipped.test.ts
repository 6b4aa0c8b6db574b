/** Keys of a plugin that slipped above its table. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { briefReportOf, fixed, fixTitles } from '../../findings';

const above = `[[runners]]
  executor = "docker-autoscaler"
  [runners.autoscaler]
    plugin = "hetznercloud/fleeting-plugin-hetzner:latest"
`;
const MOVE = 'Move to `[runners.autoscaler.plugin_config]`';

for (const [line, name] of [
  ['image = "debian"', 'image'],
  ['Location = "hel1"', 'Location'],
  ['volume_size = 10', 'volume_size'],
  ['public_ipv4_disabled = true', 'public_ipv4_disabled'],
  ['private_networks = ["a", "b"]', 'private_networks'],
]) {
  test(`${line} moves into the table of the plugin, as it is`, () => {
    const text = `${above}    ${line}\n`;
    assert.deepEqual(briefReportOf(text), [`5 warning misplaced-key «${name}»`]);
    assert.deepEqual(fixTitles(text), [MOVE]);
    assert.equal(fixed(text, MOVE), `${above}    [runners.autoscaler.plugin_config]\n      ${line}\n`);
  });
}

test('a table of the plugin is called by its whole name', () => {
  const text = `${above}    [runners.autoscaler.labels]\n      a = "b"\n`;
  assert.deepEqual(briefReportOf(text), ['5 warning unknown-table «labels»']);
  const title = 'Change to `[runners.autoscaler.plugin_config.labels]`';
  assert.deepEqual(fixTitles(text), [title]);
  assert.equal(fixed(text, title), `${above}    [runners.autoscaler.plugin_config.labels]\n      a = "b"\n`);
});

test('a plugin that nobody knows has no tables of which anything is said, and no keys but those of most', () => {
  const other = above.replace(/plugin = .*/, 'plugin = "mine"');
  assert.deepEqual(fixTitles(`${other}    volume_size = 10\n`), []);
  assert.deepEqual(fixTitles(`${other}    project = "p"\n`), [MOVE]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takePictures } from './pictures';
import { open } from './stage';

const ROW = '.markers-panel .monaco-list-row';
const file = 'gitlab-runner/config.toml';

const MISTAKES = `concurrent = "4"

[[runners]]
  name = "docker"
  url = "https://gitlab.example.com"
  token = "glrt-EXAMPLE_TOKEN_0004"
  executor = "docker"
  limit = 2
  privileged = true
  [runners.docker]
    image = "alpine:3.20"
    helper_imgae = "registry.example.com/helper:latest"
    services = ["mysql"]
`;

/** The rows of that file, errors first. */
const ROWS = [
  ['`concurrent` must be an integer', 'wrong-type', '[Ln 1, Col 14]'],
  ['`services` must be a list of tables', 'wrong-type', '[Ln 13, Col 16]'],
  ['`privileged` belongs in `[runners.docker]`', 'misplaced-key', '[Ln 9, Col 3]'],
  ['`helper_imgae` is not a key', 'unknown-key', '[Ln 12, Col 5]'],
];

test('problems panel: each problem with its message, code and place; a click goes there', async () => {
  const workbench = await open({ file, files: { [file]: MISTAKES } });
  await workbench.seen('.squiggly-error');
  await workbench.pressUntil('Control+Shift+m', ROW, 'helper_imgae');
  const rows = await workbench.page.locator(ROW).evaluateAll((found) => found.map((row) => row.textContent ?? ''));
  const problems = rows.filter((text) => text.includes('[Ln '));
  assert.equal(problems.length, ROWS.length, problems.join('\n'));
  for (const [index, [message = '', code = '', place = '']] of ROWS.entries()) {
    const row = problems[index] ?? '';
    assert.ok(row.startsWith(message) && row.includes(code) && row.includes(place), row);
  }
  await takePictures(workbench, 'problems');

  await workbench.see(ROW, 'helper_imgae').click();
  await workbench.seen('.statusbar-item', /Ln 12, Col .* selected/);
  await workbench.close();
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takePictures } from './pictures';
import { open } from './stage';

const file = 'gitlab-runner/config.toml';

test('cost: the extension starts with a file, not with the window, without an error, and VS Code says how long it took', async (context) => {
  const workbench = await open({ file, files: { [file]: '[[runners]]\n  executor = "shell"\n' } });
  await workbench.served();
  await workbench.run('Developer: Show Running Extensions');
  const row = await workbench.seen('.runtime-extensions-editor .extension', 'GitLab Runner Config');
  const text = (await row.textContent()) ?? '';
  // The clock of a shared machine says little: test/vscode holds the computing time against a limit.
  context.diagnostic(text);
  assert.match(text, /Activation: \d+ms$/);
  assert.doesNotMatch(text, /Startup|uncaught|unresponsive/i);
  await takePictures(workbench, 'running-extensions');
  await workbench.close();
});

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { open } from './stage';

const LANGUAGE = '[id="status.editor.mode"]';

test('from nothing: in an empty config.toml anywhere the word runner offers whole runners', async () => {
  const workbench = await open({ file: 'infra/config.toml', files: { 'infra/config.toml': '' } });
  await workbench.seen(LANGUAGE, 'TOML');
  await workbench.settle();
  await workbench.see('.part.editor .view-lines').click();
  await workbench.type('runner-sh');
  await workbench.pressUntil('Control+Space', '.suggest-widget.visible .monaco-list-row.focused', 'runner-shell');
  await workbench.press('Enter');
  await workbench.shows((text) => text.includes('executor = "shell"'), 'a runner');
  // Before it is saved, and its places can still be filled in one after the other.
  await workbench.seen(LANGUAGE, 'GitLab Runner Config');
  await workbench.type('mine');
  await workbench.press('Tab');
  await workbench.type('https://git.example.org');
  await workbench.shows(
    (text) => text.includes('name = "mine"\n  url = "https://git.example.org"\n  token = "glrt-'),
    'what was typed in its places',
  );
  await workbench.close();
});

test('from nothing: without a folder a new configuration is offered as config.toml', async () => {
  const workbench = await open({ isEmpty: true });
  await workbench.pick(() => workbench.pick(() => workbench.press('F1'), 'New Configuration'), 'shell');
  // Only the dialog has it, not the list of executors.
  await workbench.seen('.quick-input-widget .monaco-button', 'OK');
  const name = workbench.page.locator('.quick-input-widget input[type=text]').first();
  // The dialog shows its folder first, and the name once it has read that.
  let offered = '';
  for (const end = Date.now() + 10_000; Date.now() < end; await workbench.settle()) {
    offered = await name.inputValue();
    if (offered.endsWith('/config.toml')) break;
  }
  assert.match(offered, /\/config\.toml$/);
  await workbench.close();
});

test('from nothing: a new configuration is saved as config.toml', async () => {
  const workbench = await open({});
  await workbench.newConfiguration(() => workbench.pick(() => workbench.press('F1'), 'New Configuration'));
  await workbench.press('Escape');
  await workbench.press('Control+s');
  await workbench.insist(async () => {
    await workbench.settle();
    assert.ok(existsSync(join(workbench.folder, 'config.toml')));
  });
  await workbench.close();
});

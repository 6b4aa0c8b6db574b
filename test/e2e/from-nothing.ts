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
  await workbench.seen('.suggest-widget.visible .monaco-list-row.focused', 'runner-shell');
  await workbench.press('Enter');
  await workbench.shows((text) => text.includes('executor = "shell"'), 'a runner');
  await workbench.press('Escape');
  await workbench.press('Control+s');
  await workbench.seen(LANGUAGE, 'GitLab Runner Config');
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

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takePictures } from './pictures';
import { open } from './stage';

const ITEM = '[id="status.languageStatus"]';
const LANGUAGE = '[id="status.editor.mode"]';
const SAID = '.hover-language-status';

const SHELL = `[[runners]]
  name = "shell"
  url = "https://gitlab.example.com"
  token = "glrt-EXAMPLE_TOKEN_0005"
  executor = "shell"
`;

test('status item: says why a file is one, and a click there changes it', async () => {
  const workbench = await open({ file: 'config.toml', files: { 'config.toml': SHELL } });
  await workbench.seen(LANGUAGE, 'GitLab Runner Config');
  await (await workbench.seen(ITEM)).hover();
  const said = await workbench.seen(SAID, 'GitLab Runner Config');
  assert.match((await said.textContent()) ?? '', /\[\[runners\]\]/);
  await takePictures(workbench, 'status');
  const { width } = workbench.page.viewportSize() ?? { width: 0 };
  for (const link of await workbench.page.locator(`${SAID} a`).all()) {
    const box = await link.boundingBox();
    const hover = await workbench.page
      .locator('.monaco-hover:visible', { has: workbench.page.locator(SAID) })
      .boundingBox();
    assert.ok(
      box && hover && box.x + box.width <= Math.min(hover.x + hover.width, width),
      'a link can be seen as a whole',
    );
  }

  await workbench.see(`${SAID} a`, 'Change').click();
  await workbench.seen('.quick-input-list .monaco-list-row');
  await takePictures(workbench, 'recognition');
  await workbench.see('.quick-input-list .monaco-list-row', /not|alone/i).click();
  await workbench.seen(LANGUAGE, 'TOML');
  await workbench.close();
});

test('status item: nothing of ours where there is no configuration', async () => {
  const cargo = '[package]\nname = "example"\nversion = "0.1.0"\nrunnerz = 1\n';
  const workbench = await open({ file: 'config.toml', files: { 'config.toml': cargo } });
  await workbench.seen(LANGUAGE, 'TOML');
  await workbench.settle();
  assert.equal(await workbench.page.locator('.squiggly-error, .squiggly-warning').count(), 0);
  assert.doesNotMatch((await workbench.page.locator('.part.statusbar').textContent()) ?? '', /GitLab/);
  await workbench.close();
});

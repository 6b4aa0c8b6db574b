import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SLACK } from '../slack';
import { open } from './stage';
import type { Workbench } from './workbench';

const ROW = '.runtime-extensions-editor .extension';

/** What VS Code itself says of the extension in "Show Running Extensions"; undefined when it does not run. */
async function running(workbench: Workbench): Promise<string | undefined> {
  await workbench.run('Developer: Show Running Extensions');
  await workbench.seen('.runtime-extensions-editor');
  await workbench.settle();
  const rows = await workbench.page.locator(ROW).allTextContents();
  return rows.find((text) => text.includes('GitLab Runner Config'));
}

const CASES = {
  'config.toml': '[[runners]]\n  executor = "shell"\n',
  'Cargo.toml': '[package]\nname = "example"\n',
  'README.md': '# Example\n',
  'notes.txt': 'nothing\n',
  'values.yaml': 'image:\n  tag: v1\n',
  'main.ts': 'export {};\n',
};

for (const [file, text] of Object.entries(CASES)) {
  test(`cost: ${file}`, async () => {
    const workbench = await open({ file, files: { [file]: text } });
    await workbench.settle();
    await workbench.settle();
    console.log(file, JSON.stringify(await running(workbench)), SLACK);
    assert.ok(true);
    await workbench.close();
  });
}

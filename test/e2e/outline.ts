import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takePictures } from './pictures';
import { open } from './stage';

const SHELL = `concurrent = 4

[[runners]]
  name = "builds"
  executor = "docker"
  [runners.docker]
    image = "alpine:3.20"
`;

const OUTLINE = '.outline-tree .monaco-list-row';

/** Recognised by its path, which says the language from the start, and by its content, which changes the language once it is open. */
for (const file of ['gitlab-runner/config.toml', 'infra/runner.toml']) {
  test(`outline: ${file} shows its runners there and in the breadcrumbs as it opens`, async () => {
    const settings = JSON.stringify({ 'breadcrumbs.enabled': true, 'outline.collapseItems': 'alwaysExpand' });
    const files = { [file]: SHELL.replace('image', 'im‸age'), 'notes.txt': '', '.vscode/settings.json': settings };
    const workbench = await open({ files });
    await workbench.run('Explorer: Focus on Outline View');
    await workbench.pick(() => workbench.press('Control+p'), file.split('/')[1] ?? '');
    await workbench.seen(OUTLINE, 'concurrent');
    await workbench.seen(OUTLINE, /builds/);
    await workbench.seen(OUTLINE, 'image');
    // Where the cursor is, on the line of the file's path.
    await workbench.see('.part.editor .view-line', '[runners.docker]').click();
    const crumbs = await workbench.seen('.breadcrumbs-control', 'builds');
    assert.match((await crumbs.textContent()) ?? '', /toml.*builds.*docker/s);
    await takePictures(workbench, `outline-${file.replaceAll('/', '-')}`);
    await workbench.close();
  });
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takePictures, takeReadmePicture } from './pictures';
import { seedOr } from './seeds';
import { open } from './stage';

const HOVER = '.monaco-hover:not(.hidden) .hover-contents';
const file = 'gitlab-runner/config.toml';

const DOCKER = `[[runners]]
  name = "docker"
  url = "https://gitlab.example.com"
  token = "glrt-EXAMPLE_TOKEN_0003"
  executor = "docker"
  [runners.docker]
    image = "alpine:3.20"
    helper_‸image = "registry.example.com/gitlab-runner-helper:x86_64-v19.4.0"
    memory = "512m"
`;

test('hover: the mouse on a key shows what it is, and the keyboard does', async () => {
  const workbench = await open({ file, files: { [file]: DOCKER } });
  await workbench.served();
  const byKeyboard = await workbench.pressUntil(['Control+k', 'Control+i'], HOVER, 'helper_image');
  const text = (await byKeyboard.textContent()) ?? '';
  assert.match(text, /string/);
  assert.match(text, /CI_RUNNER_VERSION/);
  assert.doesNotMatch(text, /undefined|\*\*|\]\(/, 'Markdown shows as it is');
  // The example is coloured: by more than one colour, which a fence in a language without a grammar has not.
  const tokens = byKeyboard.locator('.monaco-tokenized-source span[class^="mtk"]');
  const colours = await tokens.evaluateAll((spans) => spans.map(({ className }) => className));
  assert.ok(new Set(colours).size > 1, `the example has the colours ${colours.join(' ')}`);
  await takePictures(workbench, 'hover');

  await workbench.press('Escape');
  await workbench.page.locator('.view-line', { hasText: 'memory' }).getByText('memory').hover();
  const byMouse = await workbench.seen(HOVER, 'memory');
  assert.match((await byMouse.textContent()) ?? '', /docker/i);
  await workbench.close();
});

test('hover: on a problem it shows the message, the code, and the way to the fixes', async () => {
  const own = DOCKER.replace('memory = "512m"', 'services = ["mysql", "redis:2.8"]');
  const seed = seedOr('003-docker.toml', own.replace('‸', ''));
  const marked = seed.replace('services = [', 'services = ‸[');
  const workbench = await open({
    file: '003-docker.toml',
    files: { '003-docker.toml': marked },
    size: { width: 1280, height: 480 },
  });
  await workbench.seen('.squiggly-error');
  let text = '';
  // A lens that comes later moves the text, which closes a hover.
  await workbench.insist(async () => {
    const hover = await workbench.pressUntil(['Control+k', 'Control+i'], HOVER, 'services');
    text = (await hover.textContent()) ?? '';
    await workbench.see('.monaco-hover .action', /Quick Fix/).waitFor({ timeout: 10_000 });
  });
  assert.match(text, /must be a list of tables/);
  assert.match(text, /gitlab-runner.*wrong-type/);
  await takePictures(workbench, 'problem-hover');
  await takeReadmePicture(workbench, 'diagnostic-and-fix');
  await workbench.close();
});

test('hover: the code of a problem leads to its section of the reference, without a question', async () => {
  const workbench = await open({ file, files: { [file]: DOCKER.replace('memory =', 'memroy =').replace('‸', '') } });
  await workbench.seen('.squiggly-warning');
  await workbench.page.locator('.view-line', { hasText: 'memroy' }).getByText('memroy').hover();
  const hover = await workbench.seen(HOVER, 'unknown-key');
  await hover.locator('a.code-link').click();
  await workbench.seen('.tab.active', 'unknown-key.md');
  const page = workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  await page.getByRole('heading', { name: 'unknown-key' }).waitFor();
  assert.equal(await page.getByRole('link', { name: 'documentation' }).count(), 1, 'and from there to that of GitLab');
  await workbench.close();
});

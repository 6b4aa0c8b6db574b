// `npm run screenshots [name …]`: takes the pictures of docs/images/ in a real VS Code, with the extension as it is built.
// Needs a Chromium on this machine; see chromium.mjs.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from './chromium.mjs';
import { installHost, startHost } from './vscode-host.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const images = join(root, 'docs', 'images');
/** Configurations that people have published; a checkout alone has none. */
const seeds = join(root, '..', 'shared', 'seeds');

const CURSOR = '‸';
const LIGHT_BULB = '.part.editor [class*="codicon-light"], .part.editor [class*="codicon-gutter-light"]';

const MISSPELLED = `concurrent = 4

[[runners]]
  name = "docker"
  url = "https://gitlab.example.com"
  token = "glrt-EXAMPLE_TOKEN_0001"
  executor = "docker"
  [runners.docker]
    image = "alpine:3.20"
    helper_im‸gae = "registry.example.com/gitlab-runner-helper:latest"
    privileged = "true"
    volumes = ["/cache"]

  limit = 2
`;

const KUBERNETES = `concurrent = 10

[[runners]]
  name = "kubernetes"
  url = "https://gitlab.example.com"
  token = "glrt-EXAMPLE_TOKEN_0002"
  executor = "kubernetes"
  [runners.kubernetes]
    namespace = "gitlab-runner"
    ‸
`;

const VALUES = `gitlab-runner:
  runners:
    config: |
      [[runners]]
        [runners.kubernetes]
        image = "ubuntu:22.04"
        helper_im‸gae = "gitlab/gitlab-runner:v16.6.1"
        {{- if .Values.global.minio.enabled }}
        [runners.cache]
          Type = "s3"
        {{ end }}
`;

/**
 * A scene: `‸` in the text marks the cursor (YAML has the usual bar itself), `file` is the name in the tab. Where the
 * seed is, it is taken instead, its cursor set by `mark`. `waitFor` is there when the server has answered, `waitAtCursor`
 * when the cursor has been set; `type` is typed at the cursor, then `keys` are pressed until `shows`, what the picture is
 * about, is there, and `afterwards` once.
 */
const SCENES = [
  {
    name: 'diagnostic-and-fix',
    height: 480,
    file: 'gitlab-runner/config.toml',
    text: MISSPELLED,
    seed: {
      name: '003-docker.toml',
      file: '003-docker.toml',
      mark: (text) => text.replace('services = [', 'services = ‸['),
    },
    waitFor: '.squiggly-error, .squiggly-warning',
    // The light bulb comes by itself, the hover is asked for.
    waitAtCursor: LIGHT_BULB,
    keys: ['Control+k', 'Control+i'],
    shows: '.monaco-hover:not(.hidden) .hover-contents',
  },
  {
    name: 'quick-fix',
    height: 520,
    file: 'gitlab-runner/config.toml',
    text: MISSPELLED,
    waitFor: '.squiggly-error, .squiggly-warning',
    keys: ['Control+.'],
    shows: '.action-widget .action',
  },
  {
    name: 'yaml-block',
    height: 520,
    file: 'values.yaml',
    text: VALUES,
    seed: {
      name: '000-helm-values-helper-image.yaml',
      file: 'values.yaml',
      mark: (text) => text.replace('helper_image', 'helper_im‸gae'),
    },
    waitFor: '.squiggly-error, .squiggly-warning',
    waitAtCursor: LIGHT_BULB,
    keys: ['Control+.'],
    shows: '.action-widget .action',
  },
  {
    name: 'completion',
    height: 620,
    file: 'gitlab-runner/config.toml',
    text: KUBERNETES,
    type: 'host',
    keys: ['Control+Space'],
    shows: '.suggest-widget.visible .monaco-list-row',
    afterwards: ['ArrowDown', 'Control+Space'],
  },
];

/** Large and plain, so that a picture can be read at half its size. */
const SETTINGS = {
  'editor.fontSize': 15,
  'editor.minimap.enabled': false,
  'editor.hover.delay': 100,
  'editor.suggest.showStatusBar': true,
  'editor.stickyScroll.enabled': false,
  'breadcrumbs.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'window.commandCenter': false,
};
const WIDTH = 1280;
const PATIENCE = 30_000;
const SETTLING = 1_000;

const wanted = process.argv.slice(2);
const scenes = SCENES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
if (scenes.length === 0) fail(`No such scene. There are ${SCENES.map(({ name }) => name).join(', ')}.`);
let executablePath;
try {
  executablePath = findChromium();
} catch (error) {
  fail(error.message);
}

installHost();
mkdirSync(images, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'screenshots-'));
const host = await startHost({ extensions: [root], userSettings: SETTINGS });
const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
try {
  for (const scene of scenes) await take(scene);
} finally {
  await browser.close();
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function take(scene) {
  const { name, height, waitFor, waitAtCursor, type, keys, shows, afterwards = [] } = scene;
  const { file: fileName, text } = textOf(scene);
  const file = join(folder, name, fileName);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text.replace(CURSOR, ''));
  const before = text.slice(0, text.indexOf(CURSOR)).split('\n');

  const page = await browser.newPage({ viewport: { width: WIDTH, height } });
  page.setDefaultTimeout(PATIENCE);
  const complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  try {
    await page.goto(host.address(join(folder, name), [['openFile', host.remote(file)]]));
    await page.locator('.part.editor .view-line').first().waitFor();
    if (waitFor) await page.locator(waitFor).first().waitFor();
    await page.keyboard.press('Control+b');
    // "Go to Line" begins with the colon written.
    await page.keyboard.press('Control+g');
    await page.locator('.quick-input-widget input').waitFor();
    await page.keyboard.type(`${before.length}:${before.at(-1).length + 1}`);
    await page.keyboard.press('Enter');
    await page.locator('.part.editor .cursor').first().waitFor();
    if (type) await page.keyboard.type(type, { delay: 80 });
    // What VS Code asks for by itself at a new cursor (light bulb, highlights) comes first.
    await page.waitForTimeout(SETTLING);
    if (waitAtCursor) await page.locator(waitAtCursor).first().waitFor();
    await pressUntil(page, keys, shows);
    for (const key of afterwards) {
      await page.waitForTimeout(SETTLING);
      await page.keyboard.press(key);
    }
    // The widget fades in and is measured again when its text has come.
    await page.waitForTimeout(SETTLING);
    await page.locator('.part.editor').screenshot({ path: join(images, `${name}.png`) });
    console.log(`docs/images/${name}.png`);
  } catch (error) {
    const seen = join(tmpdir(), `screenshots-${name}-failed.png`);
    await page.screenshot({ path: seen });
    console.error(`${name}: ${error.message}\nWhat was to be seen then: ${seen}`);
    console.error(complaints.map((line) => line.split('\n')[0].slice(0, 200)).join('\n'));
    process.exitCode = 1;
  } finally {
    await page.close();
  }
}

/** The file that a scene shows, with the mark of its cursor. */
function textOf({ name, file, text, seed }) {
  if (!seed) return { file, text };
  const path = join(seeds, seed.name);
  if (!existsSync(path)) {
    console.warn(`*** ${name}: ${seed.name} is not here (../shared/seeds); the BUILT-IN text is in the picture. ***`);
    return { file, text };
  }
  const marked = seed.mark(readFileSync(path, 'utf8'));
  if (!marked.includes(CURSOR)) fail(`${name}: ${seed.name} does not hold what the scene is about.`);
  return { file: seed.file, text: marked };
}

/** A key that comes while the editor still takes the document in opens nothing; then it is pressed again. */
async function pressUntil(page, keys, shows) {
  for (let attempt = 1; ; attempt++) {
    for (const key of keys) await page.keyboard.press(key);
    try {
      await page.locator(shows).first().waitFor({ timeout: 5_000 });
      return;
    } catch (error) {
      if (attempt === 4) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

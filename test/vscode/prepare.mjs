// What a window of the suite needs on the disk: a bundle of its tests, its workspace, and the extensions beside ours.
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { FOLDERS } from './windows.mjs';

const here = dirname(fileURLToPath(import.meta.url));
/** The extension's folder. The bundles lie in it: VS Code chooses the extension host of a test by its path. */
export const root = dirname(dirname(here));
const output = join(root, 'test', 'output', 'vscode');

/**
 * Writes what a window needs and says where it is: `directory`, around all of it; `tests`, the module with `run()`;
 * `workspace`, a folder or a `.code-workspace`; `development`, the extension
 * under development; `extensions`, those to install.
 * `web`: for the web-worker extension host; `page`: somebody answers harness/page.ts.
 */
export async function prepare(window, { web = false, page = true } = {}) {
  const directory = join(output, web ? 'web' : 'node', window.name);
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const tests = join(directory, 'tests.js');
  await bundleTests(window, tests, web, page);
  const extensions = [];
  for (const name of window.extensions ?? []) extensions.push(await buildExtension(name, join(directory, name)));
  // VS Code runs an extension under development in every workspace, also where it would switch an installed one off. (In the
  // web-worker host the tests must lie in the folder of the one under development, so there it is ours all the same.)
  const installsOurs = window.restricted && !web;
  if (installsOurs) extensions.push(copyOurs(join(directory, 'ours')));
  const development = installsOurs ? await buildExtension('nothing', join(directory, 'nothing')) : root;
  return {
    directory,
    tests,
    development,
    extensions,
    workspace: copyWorkspaces(window, join(directory, 'workspaces')),
  };
}

async function bundleTests({ name, scenarios }, outfile, web, page) {
  const imports = ['./harness/mocha', ...scenarios.map((scenario) => `./${scenario}/scenario`)];
  const contents = `${imports.map((path) => `import '${path}';`).join('\n')}\nexport { run } from './harness/run';\n`;
  await build({
    stdin: { contents, resolveDir: here, sourcefile: `${name}.ts`, loader: 'ts' },
    bundle: true,
    platform: web ? 'browser' : 'node',
    target: web ? 'es2022' : 'node20',
    // VS Code loads a CommonJS module in both hosts.
    format: 'cjs',
    external: ['vscode'],
    // `.web.ts` beside a module is its browser version, as in the extension itself.
    resolveExtensions: web ? ['.web.ts', '.ts', '.js'] : ['.ts', '.js'],
    define: {
      SLACK: process.env.CI ? '5' : '1',
      TRIES: process.env.CI ? '2' : '1',
      PAGE: String(page),
      WEB: String(web),
    },
    sourcemap: 'inline',
    logLevel: 'warning',
    outfile,
  });
}

/** The tests write files; in a copy they may. One scenario is a folder of its own, several are one workspace. */
function copyWorkspaces({ scenarios }, directory) {
  const folders = scenarios.flatMap((scenario) => {
    const source = join(here, scenario, 'workspace');
    if (!existsSync(source)) throw new Error(`${source} is missing.`);
    const place = join(directory, scenario);
    cpSync(source, place, { recursive: true });
    return (FOLDERS[scenario] ?? ['']).map((name) => ({ path: join(scenario, name), name: name || scenario }));
  });
  if (folders.length === 1) return join(directory, folders[0].path);
  const workspace = join(directory, 'suite.code-workspace');
  writeFileSync(workspace, JSON.stringify({ folders }, null, 2));
  return workspace;
}

/** Ours as it is built, to be installed. */
function copyOurs(directory) {
  const manifest = ['package.json', 'package.nls.json', 'l10n', 'language-configuration.json', 'icon.png'];
  const parts = [...manifest, 'dist', 'syntaxes', 'snippets'];
  for (const part of parts) cpSync(join(root, part), join(directory, part), { recursive: true });
  return directory;
}

/** Builds a fixture of extensions/; one without code is copied. */
async function buildExtension(name, directory) {
  const source = join(here, 'extensions', name);
  mkdirSync(directory, { recursive: true });
  cpSync(join(source, 'package.json'), join(directory, 'package.json'));
  const code = join(source, 'extension.ts');
  if (existsSync(code)) {
    await build({
      entryPoints: [code],
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      external: ['vscode'],
      define: { PROJECT: JSON.stringify(root) },
      logLevel: 'warning',
      outfile: join(directory, 'extension.js'),
    });
  }
  return directory;
}

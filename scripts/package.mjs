// `npm run package [-- --out FILE] [-- more options of vsce]`: makes the .vsix out of what is built in dist/.
// The same commit and Node give the same bytes: vsce takes the time of all entries from SOURCE_DATE_EPOCH, and packs a
// copy whose file modes do not depend on this checkout.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { listFiles, PackageManager } from '@vscode/vsce';
import { guide, phrasesOf, readmeWithoutAddress, translationOf } from './package-pages.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
/** What npm reads and an editor does not. */
const DEVELOPMENT = ['scripts', 'devDependencies', 'overrides'];
/** Where zip's calendar begins; for a source tree without git. */
const EPOCH = '315532800';

/** Makes the package; `options` go to vsce as they are. Gives its path and what vsce said, throws with that when it failed. */
export async function makePackage(out, options = []) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const file = resolve(out ?? join(root, `${manifest.name}-${manifest.version}.vsix`));
  const copy = mkdtempSync(join(tmpdir(), 'package-'));
  try {
    await copyFiles(copy);
    for (const name of DEVELOPMENT) delete manifest[name];
    write(copy, 'package.json', `${JSON.stringify(manifest, null, 2)}\n`);
    const hasAddress = manifest.repository !== undefined || options.includes('--baseContentUrl');
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    write(copy, 'docs/guide.md', guide(readme));
    write(copy, 'docs/guide.zh-cn.md', guide(readFileSync(join(root, 'README.zh-CN.md'), 'utf8')));
    write(copy, 'docs/rules.zh-cn.txt', chineseRules());
    if (!hasAddress) {
      write(copy, 'README.md', readmeWithoutAddress(readme));
      options = [...options, '--allow-missing-repository', '--no-rewrite-relative-links'];
    }
    // The times in a zip are local ones, and the order of the entries is the language's.
    const env = { ...process.env, TZ: 'UTC', LC_ALL: 'C', SOURCE_DATE_EPOCH: commitTime() };
    const args = [vsce, 'package', '--no-dependencies', '--out', file, ...options];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`vsce made no package.\n${stdout}${stderr}`);
    return { file, said: stdout + stderr };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The files that .vscodeignore lets through, each readable and nothing else. */
async function copyFiles(copy) {
  // The ignore file itself is in no package; vsce warns when there is none.
  for (const name of [...(await listFiles({ cwd: root, packageManager: PackageManager.None })), '.vscodeignore']) {
    const target = join(copy, name);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(root, name), target);
    chmodSync(target, 0o644);
  }
}

function write(copy, name, text) {
  const target = join(copy, name);
  writeFileSync(target, text);
  chmodSync(target, 0o644);
}

/** What the Chinese reference of diagnostics has else than the English one. */
function chineseRules() {
  const read = (name) => readFileSync(join(root, name), 'utf8');
  const [english, chinese] = ['en', 'zh-cn'].map((language) =>
    JSON.parse(read(`schemas/texts/${language}/pages.json`)),
  );
  return translationOf(read('docs/rules.md'), read('docs/zh-cn/rules.md'), phrasesOf(english, chinese));
}

/** Seconds since 1970: what the caller sets, else the commit's. */
function commitTime() {
  if (process.env.SOURCE_DATE_EPOCH) return process.env.SOURCE_DATE_EPOCH;
  if (!existsSync(join(root, '.git'))) return EPOCH;
  const { status, stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : EPOCH;
}

async function main(options) {
  const at = options.findIndex((option) => option === '--out' || option === '-o');
  const [, out] = at === -1 ? [] : options.splice(at, 2);
  try {
    console.log((await makePackage(out, options)).said.trimEnd());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main(process.argv.slice(2));

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { bundledPackages, noticesText } from '../../scripts/notices.mjs';

const folder = mkdtempSync(join(tmpdir(), 'notices-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function packageWith(name: string, files: Record<string, string>): string {
  const at = join(folder, 'node_modules', name);
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, 'package.json'), JSON.stringify({ name, version: '1.2.3', license: 'MIT' }));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(at, file), text);
  return at;
}

it('takes the packages out of the inputs of all bundles, each once, by the folder nearest to the file', () => {
  const inputs = (...names: string[]) => ({ inputs: Object.fromEntries(names.map((name) => [name, {}])) });
  assert.deepEqual(
    bundledPackages([
      inputs('server/main.ts', 'node_modules/yaml/browser/dist/index.js', 'node_modules/@iarna/toml/stringify.js'),
      inputs('node_modules/yaml/browser/index.js', '../a/node_modules/b/node_modules/semver/index.js'),
    ]),
    ['node_modules/yaml', 'node_modules/@iarna/toml', '../a/node_modules/b/node_modules/semver'],
  );
});

it('writes a licence once for those that share it, and what a package asks to be said besides', () => {
  const text = noticesText([
    packageWith('one', { LICENSE: 'You may.\r\nReally.\r\n' }),
    packageWith('@of/two', { 'License.txt': 'You may.\nReally.' }),
    packageWith('three', { 'COPYING.md': 'You may not.', NOTICE: 'Made by us.' }),
  ]);
  const sections = text.split(/^-{80}$/m).map((section) => section.trim());
  assert.deepEqual(sections.slice(1), [
    '@of/two 1.2.3 (MIT)\none 1.2.3 (MIT)\n\nYou may.\nReally.',
    'three 1.2.3 (MIT)\n\nYou may not.\n\nMade by us.',
  ]);
});

it('makes no package without the licence of what is in it', () => {
  const bare = packageWith('bare', { 'readme.md': '' });
  assert.throws(() => noticesText([bare]), /bare is bundled and has no licence/);
});

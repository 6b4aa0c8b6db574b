/** The .vsix as `npm run package` makes it, twice, from two copies of the source that have nothing else in common. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { counted } from '../counted';
import { type ZipEntry, zipEntries } from './zip-entries';

const run = promisify(execFile);
const COMMIT_TIME = '1767225600';
const NOT_SOURCE = new Set(['node_modules', '.git', 'dist', 'generated', 'output', '.vscode-host']);
const MOST_BYTES = 1_400_000;

/** Those that each language of people has; English ones of the client carry no name of a language. */
const ofLanguages = counted(readdirSync('schemas/texts')).flatMap((language) => {
  const suffix = language === 'en' ? '' : `.${language}`;
  return [
    `extension/dist/messages.${language}.json`,
    `extension/dist/texts.${language}.json`,
    `extension/l10n/bundle.l10n${suffix}.json`,
    `extension/package.nls${suffix}.json`,
  ];
});

/** Every file of the package. A new one is a decision: it is downloaded by every user. */
const FILES = [
  ...ofLanguages,
  '[Content_Types].xml',
  'extension.vsixmanifest',
  'extension/LICENSE.txt',
  'extension/changelog.md',
  'extension/dist/THIRD_PARTY_NOTICES.txt',
  'extension/dist/aliases.json',
  'extension/dist/cli.js',
  'extension/dist/client.js',
  'extension/dist/client.web.js',
  'extension/dist/examples.json',
  'extension/dist/suggestions.json',
  'extension/dist/keys.json',
  'extension/dist/joblog.js',
  'extension/dist/language-client.js',
  'extension/dist/language.js',
  'extension/dist/patch-yaml.js',
  'extension/dist/pipeline.js',
  'extension/dist/preview.js',
  'extension/dist/regions.js',
  'extension/dist/schedule.js',
  'extension/dist/server.js',
  'extension/dist/snippets.list.en.json',
  'extension/dist/snippets.list.zh-cn.json',
  'extension/dist/snippets.zh-cn.json',
  'extension/dist/server.web.js',
  'extension/dist/validators.js',
  'extension/dist/values-text.js',
  'extension/docs/editors.md',
  'extension/docs/zh-cn/editors.md',
  'extension/docs/guide.md',
  'extension/docs/guide.zh-cn.md',
  'extension/docs/images/completion.png',
  'extension/docs/images/diagnostic-and-fix.png',
  'extension/docs/images/preview.png',
  'extension/docs/images/yaml-block.png',
  'extension/docs/rules.md',
  'extension/docs/rules.zh-cn.txt',
  'extension/icon.png',
  'extension/language-configuration.json',
  'extension/package.json',
  'extension/readme.md',
  'extension/snippets/gitlab-runner-config.json',
  'extension/syntaxes/gitlab-runner-config.tmLanguage.json',
  'extension/syntaxes/gitlab-runner-heredoc-injection.tmLanguage.json',
  'extension/syntaxes/gitlab-runner-markdown-injection.tmLanguage.json',
  'extension/syntaxes/gitlab-runner-yaml-injection.tmLanguage.json',
  'extension/walkthrough/configuration.nls.zh-cn.md',
  'extension/walkthrough/configuration.nls.zh-tw.md',
  'extension/walkthrough/configuration.md',
  'extension/walkthrough/help.nls.zh-cn.md',
  'extension/walkthrough/help.nls.zh-tw.md',
  'extension/walkthrough/help.md',
  'extension/walkthrough/setup.nls.zh-cn.md',
  'extension/walkthrough/setup.nls.zh-tw.md',
  'extension/walkthrough/setup.md',
];

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

interface Circumstances {
  /** What the files of the checkout and those that are built may be, as `chmod` and `umask` take it. */
  readonly chmod: string;
  readonly umask: string;
  readonly environment?: NodeJS.ProcessEnv;
  readonly repository?: string;
}

const USUAL: Circumstances = { chmod: 'go+r', umask: '022' };

/** The package of a copy of the source, built there, and what vsce said. */
async function packageCopy({ chmod, umask, environment, repository }: Circumstances) {
  const folder = mkdtempSync(join(tmpdir(), 'package-test-'));
  folders.push(folder);
  const source = resolve('.');
  const isSource = (path: string) => !NOT_SOURCE.has(basename(path)) && !path.endsWith('.vsix');
  cpSync(source, folder, { recursive: true, filter: isSource });
  symlinkSync(join(source, 'node_modules'), join(folder, 'node_modules'));
  if (repository) {
    const file = join(folder, 'package.json');
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), repository }));
  }
  const script = `chmod -R ${chmod} . && umask ${umask} && node esbuild.mjs --metafile && node scripts/package.mjs --out made.vsix`;
  const env = { ...process.env, SOURCE_DATE_EPOCH: COMMIT_TIME, ...environment };
  const { stdout, stderr } = await run('sh', ['-c', script], { cwd: folder, env });
  const metafile = JSON.parse(readFileSync(join(folder, 'dist/meta.json'), 'utf8')) as Metafile;
  const bundled = packagesIn(folder, metafile);
  return { zip: readFileSync(join(folder, 'made.vsix')), said: stdout + stderr, bundled, metafile };
}

type Metafile = Readonly<Record<string, { readonly inputs: Readonly<Record<string, unknown>> }>>;

/** The folders of what esbuild bundled from elsewhere: for each input, the nearest one above it with the manifest of a package. */
function packagesIn(source: string, metafile: Metafile): Set<string> {
  const inputs = Object.values(metafile).flatMap((bundle) => Object.keys(bundle.inputs));
  const folders = new Set<string>();
  for (const input of inputs.filter((name) => name.includes('node_modules'))) {
    let folder = dirname(resolve(source, input));
    while (!existsSync(join(folder, 'package.json')) || !manifestOf(folder).version) folder = dirname(folder);
    folders.add(folder);
  }
  return folders;
}

function manifestOf(folder: string): { readonly name?: string; readonly version?: string } {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

describe('the package', () => {
  let first: Buffer;
  let bundled: Set<string>;
  let metafile: Metafile;
  let said: string;
  let entries: Map<string, ZipEntry>;
  const text = (name: string) => entries.get(name)?.bytes.toString('utf8') ?? assert.fail(`${name} is missing`);

  before(async () => {
    ({ zip: first, said, bundled, metafile } = await packageCopy(USUAL));
    entries = new Map(zipEntries(first).map((entry) => [entry.name, entry]));
  });

  it('is the same, byte for byte, in another folder, time zone, language, with other file times and modes', async () => {
    const environment = { TZ: 'Asia/Tokyo', LC_ALL: 'de_DE.UTF-8' };
    const second = await packageCopy({ chmod: 'go-rwx', umask: '077', environment });
    assert.ok(first.equals(second.zip), 'the bytes differ');
  });

  it('has at most 1.4 MB', () => assert.ok(first.length <= MOST_BYTES, `${first.length} bytes`));

  it('holds what runs and what the marketplace shows, nothing else', () =>
    assert.deepEqual([...entries.keys()].sort(), [...FILES].sort()));

  it('holds files that anybody can read', () => {
    for (const { name, mode, bytes } of counted(entries.values())) {
      assert.ok(bytes.length > 0, `${name} is empty`);
      assert.equal(mode & 0o555, 0o444, name);
    }
  });

  it('is made without a warning', () => assert.doesNotMatch(said, /warn/i));

  it('has a manifest without what only npm reads', () => {
    const manifest = JSON.parse(text('extension/package.json'));
    assert.deepEqual([manifest.scripts, manifest.devDependencies], [undefined, undefined]);
    for (const needed of ['publisher', 'license', 'icon', 'galleryBanner', 'categories', 'keywords']) {
      assert.ok(manifest[needed], needed);
    }
    for (const entry of [manifest.main, manifest.browser]) assert.ok(entries.has(join('extension', entry)), entry);
  });

  it('names no folder of the machine that made it', () => {
    for (const { name, bytes } of counted(entries.values())) {
      assert.ok(!bytes.includes(resolve('.')) && !bytes.includes('package-test-'), name);
    }
  });

  it('holds what the command line asks once, in the bundle of the server', () => {
    const inputs = Object.keys(metafile['dist/cli.js']?.inputs ?? {});
    assert.ok(inputs.includes('server/command/cli.ts'));
    assert.deepEqual(
      // Nothing else in the package compares texts line by line.
      inputs.filter((input) => !/^(?:server\/command\/|language:)|(?:^|\/)node_modules\/diff\//.test(input)),
      [],
    );
  });

  it('holds the language once, in a bundle that is loaded after the server has begun', () => {
    const has = (bundle: string, input: string) => input in (metafile[bundle]?.inputs ?? {});
    assert.ok(has('dist/server.js', 'server/start.ts') && has('dist/language.js', 'server/check/check.ts'));
    assert.ok(!has('dist/server.js', 'server/check/check.ts'));
  });

  it('holds previews in a bundle of their own, of 150 kB at most', () => {
    const has = (bundle: string, input: string) => input in (metafile[bundle]?.inputs ?? {});
    assert.ok(has('dist/preview.js', 'server/preview/preview.ts') && has('dist/language.js', 'server/preview/load.ts'));
    for (const bundle of ['dist/language.js', 'dist/server.js', 'dist/cli.js']) {
      assert.ok(!has(bundle, 'server/preview/preview.ts'), bundle);
    }
    const { length } = entries.get('extension/dist/preview.js')?.bytes ?? assert.fail('there is no dist/preview.js');
    assert.ok(length <= 150_000, `${length} bytes`);
  });

  it('holds the licence of every package that is bundled', () => {
    const notices = text('extension/dist/THIRD_PARTY_NOTICES.txt');
    assert.ok(bundled.size >= 10, `${bundled.size} packages`);
    for (const folder of bundled) {
      const { name, version } = manifestOf(folder);
      assert.ok(notices.includes(`\n${name} ${version} (`), `${name} is not named`);
      const licence = readdirSync(folder).find((file) => /^licen/i.test(file)) ?? assert.fail(`${name} has none`);
      const words = readFileSync(join(folder, licence), 'utf8').replaceAll('\r\n', '\n').trim();
      assert.ok(notices.includes(words), `the licence of ${name} is missing`);
    }
  });

  it('has a README whose links all lead somewhere, and that names the way to the pages', () => {
    const readme = text('extension/readme.md');
    assert.deepEqual(
      linksOf(readme).filter((link) => !/^(?:https:|#)/.test(link)),
      [],
    );
    assert.match(readme, /Other editors \(\*Open the Manual\* in the command palette\)/);
    assert.doesNotMatch(readme, /npm ci/);
  });

  it('has pages whose links lead to files of the package, and every picture is on one', () => {
    const pages = ['guide', 'guide.zh-cn', 'rules', 'editors'].map((name) => `extension/docs/${name}.md`);
    const targets = pages.flatMap((page) =>
      linksOf(text(page))
        .filter((link) => !/^(?:https:|#)/.test(link))
        .map((link) => join(dirname(page), link)),
    );
    assert.deepEqual(
      targets.filter((target) => !entries.has(target)),
      [],
    );
    const pictures = [...entries.keys()].filter((name) => name.startsWith('extension/docs/images/'));
    assert.ok(pictures.length >= 3);
    for (const picture of pictures) assert.ok(targets.includes(picture), `${picture} is on no page`);
  });

  it('shows the pictures of the repository when that has an address', async () => {
    const { zip } = await packageCopy({ ...USUAL, repository: 'https://gitlab.com/example/gitlab-runner-config' });
    const readme = zipEntries(zip).find(({ name }) => name === 'extension/readme.md');
    const links = linksOf(readme?.bytes.toString('utf8') ?? '');
    assert.ok(links.some((link) => /^https:\/\/gitlab\.com\/example\/.*\.png$/.test(link)));
    assert.ok(links.every((link) => /^(?:https:|#)/.test(link)));
  });
});

function linksOf(markdown: string): string[] {
  return [...markdown.matchAll(/\]\(([^)]*)\)/g)].map(([, link = '']) => link);
}

// Builds what runs: dist/client.js (with language-client.js and values-text.js), dist/client.web.js, dist/server.js (with language.js,
// regions.js, preview.js, pipeline.js, schedule.js, joblog.js and validators.js), dist/server.web.js, dist/cli.js; and the licences of what is in them.
// `node esbuild.mjs --watch` keeps building; `--metafile` writes dist/meta.json for size questions.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { build, context } from 'esbuild';
import { compileSchema } from './scripts/compile-schema.mjs';
import { bundledPackages, noticesText } from './scripts/notices.mjs';
import { listedSnippets, snippetsIn } from './scripts/snippets-in.mjs';

const watch = process.argv.includes('--watch');
const metafile = process.argv.includes('--metafile');

await compileSchema();
mkdirSync('dist', { recursive: true });
// What the bundles read beside them: the keys and the validators at start, the rest at the first hover.
const texts = readdirSync('schemas/texts').map((language) => `texts.${language}.json`);
const schemaData = ['keys.json', 'validators.js', ...texts, 'examples.json', 'suggestions.json', 'aliases.json'];
for (const name of schemaData) copyFileSync(`server/schema/generated/${name}`, join('dist', name));
const messages = readdirSync('server/text/generated').filter((name) => name.endsWith('.json'));
for (const name of messages) copyFileSync(`server/text/generated/${name}`, join('dist', name));
// Which of them VS Code reads, package.nls.<language>.json says.
const snippets = readdirSync('schemas/texts').filter((language) =>
  existsSync(`schemas/texts/${language}/snippets.json`),
);
const snippetFiles = [
  ...snippets.map((language) => [`snippets.${language}.json`, snippetsIn(language)]),
  ...['en', ...snippets].map((language) => [`snippets.list.${language}.json`, listedSnippets(language)]),
];
for (const [name, text] of snippetFiles) writeFileSync(join('dist', name), text);
const data = [...schemaData, ...messages, ...snippetFiles.map(([name]) => name)];

// Of the `yaml` package only what is used comes in: its modules for browsers can be left out one by one.
const yamlModules = {
  name: 'yaml-modules',
  setup({ onResolve }) {
    const entry = join(process.cwd(), 'node_modules/yaml/browser/dist/index.js');
    onResolve({ filter: /^yaml$/ }, () => ({ path: entry, sideEffects: false }));
    onResolve({ filter: /^\.\.?\// }, ({ path, importer, resolveDir }) => {
      if (!importer.includes(join('node_modules', 'yaml', 'browser'))) return undefined;
      return { path: join(resolveDir, path), sideEffects: false };
    });
  },
};

// The protocol's library hands on all of `vscode-languageserver-types`, 28 kB in one piece to the bundler, and asks for five names in it.
// Only those come in that some module of the library names, and what they name themselves.
const protocolTypes = {
  name: 'protocol-types',
  setup({ onLoad }) {
    onLoad({ filter: /vscode-languageserver-types[\\/]lib[\\/]esm[\\/]main\.js$/ }, ({ path }) => {
      const pieces = readFileSync(path, 'utf8').split(/^(?=(?:export )?(?:var|class|function) )/m);
      const nameOf = (piece) => /^(?:export )?(?:var|class|function) (\w+)/.exec(piece)?.[1];
      const wanted = new Set();
      for (const folder of ['vscode-languageserver-protocol', 'vscode-languageserver']) {
        for (const file of readdirSync(`node_modules/${folder}/lib`, { recursive: true })) {
          if (!file.endsWith('.js')) continue;
          const text = readFileSync(`node_modules/${folder}/lib/${file}`, 'utf8');
          for (const [, name] of text.matchAll(/(?:types|protocol)_1\.(\w+)/g)) wanted.add(name);
        }
      }
      const kept = new Set();
      for (let before = -1; before < kept.size; ) {
        before = kept.size;
        for (const piece of pieces) {
          const name = nameOf(piece);
          if (name !== undefined && !wanted.has(name)) continue;
          kept.add(piece);
          for (const [word] of piece.matchAll(/\b\w+\b/g)) wanted.add(word);
        }
      }
      return { contents: pieces.filter((piece) => kept.has(piece)).join(''), loader: 'js' };
    });
  },
};

const shared = {
  bundle: true,
  minify: !watch,
  sourcemap: watch,
  target: 'es2022',
  legalComments: 'none',
  logLevel: watch ? 'info' : 'warning',
  metafile: true,
  // A file of ASCII alone is read and compiled in less time.
  charset: 'ascii',
};
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20', plugins: [yamlModules] };
// `.web.ts` beside a module is its browser version.
const web = {
  ...shared,
  platform: 'browser',
  resolveExtensions: ['.web.ts', '.ts', '.mjs', '.js', '.json'],
  plugins: [yamlModules],
};

// server/load-language.ts requires the first before it answers `initialize`, server/containers/load.ts the second when the
// first YAML file or template is seen, server/preview/load.ts the third when the first preview is asked for, load-yaml.ts the fourth when a
// patch of a pod is read, schedule/load.ts another for the first schedule, pipeline/load.ts one for the first pipeline, server/joblog/load.ts one when a job log is to be explained, server/schema/validate.ts the last beside the
// first. The names alone would also match files inside of packages.
const serverFiles = [
  { importer: /server.load-language\.ts$/, path: './server', file: './language.js' },
  { importer: /server.containers.load\.ts$/, path: './all', file: './regions.js' },
  { importer: /server.preview.load\.ts$/, path: './all', file: './preview.js' },
  { importer: /pod-spec.load-yaml\.ts$/, path: './yaml', file: './patch-yaml.js' },
  { importer: /schedule.load\.ts$/, path: './schedule', file: './schedule.js' },
  { importer: /pipeline.load\.ts$/, path: './pipeline-jobs', file: './pipeline.js' },
  { importer: /server.joblog.load\.ts$/, path: './reading', file: './joblog.js' },
  { importer: /server.schema.validate\.ts$/, path: './generated/validators.js', file: './validators.js' },
];
const besides = {
  name: 'beside',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\// }, ({ path, importer, kind }) => {
      const found = serverFiles.find((each) => each.path === path && each.importer.test(importer));
      return found && kind === 'require-call' ? { path: found.file, external: true } : undefined;
    });
  },
};
// In the browser the client hands all of that over; what starts the server there asks for it by the same names.
const handedOver = {
  name: 'handed-over',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\// }, ({ path, importer, kind }) => {
      const found = serverFiles.find((each) => each.path === path && each.importer.test(importer));
      return found && kind === 'require-call' ? { path: found.file, namespace: 'handed-over' } : undefined;
    });
    onLoad({ filter: /.*/, namespace: 'handed-over' }, ({ path }) => ({
      contents: `module.exports = require('./server/text/handed-over').handedOver(${JSON.stringify(path)});`,
      loader: 'js',
      resolveDir: process.cwd(),
    }));
  },
};
const server = { ...node, plugins: [besides, protocolTypes, ...node.plugins] };

// client/server-session.ts imports the one when the first configuration is seen, a command the other: most windows never
// load the language client, and reading it would be most of what activation costs. In the browser an extension is one file.
const clientFiles = new Map([
  ['./start', './language-client.js'],
  ['./values-text', './values-text.js'],
]);
const clientBeside = {
  name: 'client-beside',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/(?:start|values-text)$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: clientFiles.get(path), external: true } : undefined,
    );
  },
};

// The command line and the previews ask what the server asks, so they take that out of language.js: a second copy for the command line
// would be a tenth of the package. Of each module that they import from elsewhere language.js hands out all, under a name that both
// sides make of its path.
const COMMAND = join('server', 'command');
const PREVIEW = join('server', 'preview');
const IMPORT = /^(?:import|export)\s+(?!type\b)(?:\{[^}]*\}|[\w*\s,]+)\s+from\s+'(\.[^']*)';$/gm;
function importsOf(folder, isOfBundle = () => true) {
  const modules = readdirSync(folder, { recursive: true })
    .map((file) => join(folder, file))
    .filter((file) => file.endsWith('.ts') && isOfBundle(file))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, path]) => join(dirname(file), path)))
    .filter((module) => !module.startsWith(folder));
  return new Set(modules);
}
// What is in the bundles beside that of the previews is not theirs; their data stays with them.
const isOfPreview = (file) => !/preview[\\/]schedule[\\/](?!load)|pod-spec[\\/]yaml\.ts$/.test(file);
const forPreview = [...importsOf(PREVIEW, isOfPreview)].filter((module) => module.startsWith('server'));
const forCommand = importsOf(COMMAND);
const handedOut = new Set([...forCommand, ...forPreview]);
const handedOutAs = (module) => module.replace('server', 'of').replace(/\W/g, '_');
const languageEntry = {
  name: 'language-entry',
  setup({ onLoad }) {
    onLoad({ filter: /server[\\/]server\.ts$/ }, ({ path }) => {
      const lines = [...handedOut].map(
        (module) => `export * as ${handedOutAs(module)} from ${JSON.stringify(resolve(module))};`,
      );
      return { contents: `${readFileSync(path, 'utf8')}\n${lines.join('\n')}\n`, loader: 'ts' };
    });
  },
};
// For what is in a folder: the modules that language.js hands out stay there.
const languageBeside = (folder, modules) => ({
  name: 'language-beside',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\.?\// }, ({ path, importer, resolveDir }) => {
      const module = relative(process.cwd(), join(resolveDir, path));
      if (!importer.includes(folder) || !modules.has(module)) return undefined;
      return { path: module, namespace: 'language' };
    });
    onResolve({ filter: /^\.\/language\.js$/ }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /.*/, namespace: 'language' }, ({ path }) => ({
      contents: `module.exports = require('./language.js').${handedOutAs(path)};`,
      loader: 'js',
    }));
  },
});

const targets = [
  {
    ...node,
    entryPoints: ['client/main.ts'],
    outfile: 'dist/client.js',
    external: ['vscode'],
    plugins: [clientBeside],
  },
  { ...node, entryPoints: ['client/start.ts'], outfile: 'dist/language-client.js', external: ['vscode'] },
  { ...node, entryPoints: ['client/values-text.ts'], outfile: 'dist/values-text.js' },
  { ...web, entryPoints: ['client/main.ts'], outfile: 'dist/client.web.js', format: 'cjs', external: ['vscode'] },
  { ...server, entryPoints: ['server/main.ts'], outfile: 'dist/server.js' },
  {
    ...server,
    entryPoints: ['server/server.ts'],
    outfile: 'dist/language.js',
    plugins: [languageEntry, ...server.plugins],
  },
  { ...node, entryPoints: ['server/containers/all.ts'], outfile: 'dist/regions.js' },
  {
    ...server,
    entryPoints: ['server/preview/all.ts'],
    outfile: 'dist/preview.js',
    plugins: [languageBeside(PREVIEW, new Set(forPreview)), ...server.plugins],
  },
  { ...node, entryPoints: ['server/preview/kubernetes/pod-spec/yaml.ts'], outfile: 'dist/patch-yaml.js' },
  { ...server, entryPoints: ['server/preview/pipeline/pipeline-jobs.ts'], outfile: 'dist/pipeline.js' },
  // Texts in every language are in it; written as escapes they would be half as long again.
  { ...node, entryPoints: ['server/preview/schedule/schedule.ts'], outfile: 'dist/schedule.js' },
  { ...node, entryPoints: ['server/joblog/reading.ts'], outfile: 'dist/joblog.js', charset: 'utf8' },
  {
    ...web,
    entryPoints: ['server/worker.ts'],
    outfile: 'dist/server.web.js',
    format: 'iife',
    plugins: [handedOver, protocolTypes, ...web.plugins],
  },
  {
    ...server,
    entryPoints: ['server/command/cli.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [languageBeside(COMMAND, forCommand), ...server.plugins],
  },
];

// What an older build left; a build that fails leaves the last good one alone.
const NOTICES = 'THIRD_PARTY_NOTICES.txt';
const built = new Set([...data, NOTICES, ...targets.map((target) => basename(target.outfile))]);
function removeOthers() {
  for (const name of readdirSync('dist')) if (!built.has(name)) rmSync(join('dist', name), { recursive: true });
}

const meta = {};
for (const target of targets) {
  if (watch) {
    await (await context(target)).watch();
  } else {
    meta[target.outfile] = (await build(target)).metafile;
  }
}
if (!watch) {
  removeOthers();
  // The validators are what ajv wrote: nothing of it is bundled, yet its sentences are there.
  const packages = [...bundledPackages(Object.values(meta)), 'node_modules/ajv'];
  writeFileSync(join('dist', NOTICES), noticesText(packages));
}
if (metafile) writeFileSync('dist/meta.json', JSON.stringify(meta));

// Runs every test below test/ with Node's own test runner; `node scripts/test.mjs completion` runs the files whose path holds that word.
// Without a word, what failed is printed and a line for each of the two parts; the rest is in test/output.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, posix, relative } from 'node:path';
import { fileFor } from './results.mjs';

/** Files in one process: loading the server takes longer than most of them run. */
const BATCH = 12;
const BATCHES = 'test/output/batches';

/** What looks at the clock, or at the memory of its process, runs alone while nothing else does. */
const MEASURES = /performance\.now|memoryUsage|maxRSS|SLACK/;

/** Folders whose files may share a process: nothing in them changes what others see. */
const SHARE = /^test\/(?:client|scripts|server\/.+|snippets|syntaxes)$/;

const wanted = process.argv.slice(2);
const files = readdirSync('test', { recursive: true })
  .map((name) => join('test', name).replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.test.ts') && wanted.every((word) => name.includes(word)))
  .sort();
if (files.length === 0) {
  console.error(`No test file matches ${wanted.join(' ')}`);
  process.exit(1);
}
if (!existsSync('../shared')) {
  console.error(
    "\n*** ../shared is not here: the corpus is a few files of our own; the tests against the runner's verdicts and the TOML suite are SKIPPED. ***\n",
  );
}

if (wanted.length > 0) process.exit(run([], files));
const measuring = files.filter((file) => measures(file));
const others = batches(files.filter((file) => !measuring.includes(file)));
const failed = [part('unit', others, availableParallelism()), part('timing', measuring, 1)].some(
  (status) => status !== 0,
);
process.exit(failed ? 1 : 0);

/** Whether a test, or what it takes from other files of the tests, measures. */
function measures(file, seen = new Set()) {
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  if (MEASURES.test(text)) return true;
  const taken = [...text.matchAll(/ from '(\.[^']*)'/g)].map(
    ([, path]) => `${posix.join(dirname(file), path ?? '')}.ts`,
  );
  return taken.some(
    (other) => !seen.has(other) && other.startsWith('test/') && existsSync(other) && measures(other, seen),
  );
}

/** Runs a part of the tests, so many files at a time. */
function part(name, entries, concurrency) {
  const log = fileFor(`test/output/${name}.log`);
  return run(
    [
      `--test-concurrency=${concurrency}`,
      '--test-reporter=./scripts/brief-reporter.mjs',
      '--test-reporter-destination=stdout',
      '--test-reporter=spec',
      `--test-reporter-destination=${log}`,
    ],
    entries,
    { RESULTS: name },
  );
}

function run(options, entries, more = {}) {
  const env = { ...process.env, ...more };
  return (
    spawnSync(process.execPath, ['--import', 'tsx', '--test', ...options, ...entries], { stdio: 'inherit', env })
      .status ?? 1
  );
}

/** What runs in a process each: a file, or a module that imports several of one folder. */
function batches(all) {
  rmSync(BATCHES, { recursive: true, force: true });
  const folders = [...new Set(all.map(dirname))];
  return folders.flatMap((folder) => {
    const names = all.filter((name) => dirname(name) === folder);
    if (!SHARE.test(folder)) return names;
    const chunks = Array.from({ length: Math.ceil(names.length / BATCH) }, (_, index) =>
      names.slice(index * BATCH, (index + 1) * BATCH),
    );
    return chunks.map((chunk, index) => {
      const path = fileFor(join(BATCHES, `${folder.replaceAll('/', '-')}-${index}.mjs`));
      writeFileSync(
        path,
        chunk.map((name) => `import './${relative(BATCHES, name).replaceAll('\\', '/')}';\n`).join(''),
      );
      return path;
    });
  });
}

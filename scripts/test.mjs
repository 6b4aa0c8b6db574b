// Runs every test below test/ with Node's own test runner; `node scripts/test.mjs completion` runs the files whose path holds that word.
// Without a word, what failed is printed and one line at the end; the rest is in test/output/unit.log.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileFor } from './results.mjs';

const LOG = 'test/output/unit.log';

const wanted = process.argv.slice(2);
const files = readdirSync('test', { recursive: true })
  .map((name) => join('test', name))
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
const reporters = [
  '--test-reporter=./scripts/brief-reporter.mjs',
  '--test-reporter-destination=stdout',
  '--test-reporter=spec',
  `--test-reporter-destination=${fileFor(LOG)}`,
];
const options = wanted.length > 0 ? [] : reporters;
const env = { ...process.env, RESULTS: 'unit' };
const run = spawnSync(process.execPath, ['--import', 'tsx', '--test', ...options, ...files], { stdio: 'inherit', env });
process.exit(run.status ?? 1);

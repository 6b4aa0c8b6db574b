// `npm run test:e2e [-- word …]`: the tests in a real VS Code, all or those with a word in their name.
// With --brief only what failed is printed, and one line at the end; the rest is in test/output/e2e.log.
// With --readme the pictures of the README are taken anew (`npm run screenshots`).
import { spawnSync } from 'node:child_process';
import { findChromium } from '../../scripts/chromium.mjs';
import { afterAnotherRun, fileFor, keepResult, resultOf, summary } from '../../scripts/results.mjs';

const words = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const isBrief = process.argv.includes('--brief');
const env = { ...process.env, RESULTS: 'e2e', ...(process.argv.includes('--readme') ? { README_PICTURES: '1' } : {}) };
try {
  findChromium();
} catch (error) {
  // Whoever asks for these tests wants them run: no browser is a failure, never a skip.
  console.error(error.message);
  process.exit(1);
}
/** Runs the tests that a pattern matches, all if there is none. */
function run(patterns, log) {
  const reporters = isBrief
    ? [
        '--test-reporter=./scripts/brief-reporter.mjs',
        '--test-reporter-destination=stdout',
        '--test-reporter=spec',
        `--test-reporter-destination=${fileFor(`test/output/${log}.log`)}`,
      ]
    : ['--test-reporter=spec'];
  const chosen = patterns.map((pattern) => `--test-name-pattern=${pattern}`);
  const args = ['--import', 'tsx', '--test', ...reporters, ...chosen, 'test/e2e/all.ts'];
  return spawnSync(process.execPath, args, { stdio: 'inherit', env }).status ?? 1;
}

const exactly = (name) => `^${name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`;

let status = run(words, 'e2e');
const first = resultOf('e2e');
if (isBrief && status !== 0 && first.failures?.length > 0) {
  // Keys and clicks in a whole window: on a busy machine one can go astray. What fails twice is broken.
  console.error(`*** These run once more: ${first.failures.join('; ')} ***`);
  run(first.failures.map(exactly), 'e2e-again');
  const second = resultOf('e2e');
  // A test that did not run again is as broken as before.
  status = second.failed === 0 && second.passed === first.failures.length ? 0 : 1;
  const both = afterAnotherRun(first, second);
  keepResult('e2e', both);
  console.log(summary([['e2e', both]]));
}
process.exit(status);

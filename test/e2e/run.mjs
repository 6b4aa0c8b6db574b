// `npm run test:e2e [-- word …]`: the tests in a real VS Code, all or those with a word in their name.
// With --brief only what failed is printed, and one line at the end; the rest is in test/output/e2e.log.
// With --readme the pictures of the README are taken anew (`npm run screenshots`).
import { spawnSync } from 'node:child_process';
import { findChromium } from '../../scripts/chromium.mjs';
import { fileFor } from '../../scripts/results.mjs';

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
const patterns = words.map((word) => `--test-name-pattern=${word}`);
const reporters = isBrief
  ? [
      '--test-reporter=./scripts/brief-reporter.mjs',
      '--test-reporter-destination=stdout',
      '--test-reporter=spec',
      `--test-reporter-destination=${fileFor('test/output/e2e.log')}`,
    ]
  : ['--test-reporter=spec'];
const args = ['--import', 'tsx', '--test', ...reporters, ...patterns, 'test/e2e/all.ts'];
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env });
process.exit(status ?? 1);

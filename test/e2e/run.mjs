// `npm run test:e2e [-- word …]`: the tests in a real VS Code, all or those with a word in their name.
// With --readme the pictures of the README are taken anew (`npm run screenshots`).
import { spawnSync } from 'node:child_process';
import { findChromium } from '../../scripts/chromium.mjs';

const words = process.argv.slice(2).filter((argument) => argument !== '--readme');
const env = { ...process.env, ...(process.argv.includes('--readme') ? { README_PICTURES: '1' } : {}) };
try {
  findChromium();
} catch (error) {
  // Whoever asks for these tests wants them run: no browser is a failure, never a skip.
  console.error(error.message);
  process.exit(1);
}
const patterns = words.map((word) => `--test-name-pattern=${word}`);
const args = ['--import', 'tsx', '--test', '--test-reporter=spec', ...patterns, 'test/e2e/all.ts'];
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env });
process.exit(status ?? 1);

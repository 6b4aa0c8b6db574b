// `npm test`: the build, the linter, the formatter, the type check and all tests; with `--e2e`, as in .ci/run, the end-to-end tests, too.
// What went well is in the files of test/output. The last line says what ran, over all suites.
import { spawnSync } from 'node:child_process';
import { forgetResults, resultOf, summary } from './results.mjs';

const IF_POSSIBLE = process.argv.includes('--e2e') ? [] : ['--if-possible'];

const suites = [
  { name: 'unit', run: ['scripts/test.mjs'] },
  { name: 'vscode', run: ['test/vscode/run.mjs', '--brief', ...IF_POSSIBLE] },
  { name: 'web', run: ['test/vscode/run.mjs', '--web', '--brief', ...IF_POSSIBLE] },
  ...(process.argv.includes('--e2e')
    ? // Keys and clicks in a whole window: on a busy machine one can go astray. What fails twice is broken.
      [{ name: 'e2e', run: ['test/e2e/run.mjs', '--brief'], again: true }]
    : []),
];

const shell = process.platform === 'win32';
const isRight = (program, args) => spawnSync(program, args, { stdio: 'inherit', shell }).status === 0;

forgetResults();
for (const script of ['build', 'lint']) {
  if (isRight('npm', ['run', '--silent', script])) continue;
  console.error(`\nTests: none ran, because \`npm run ${script}\` failed.`);
  process.exit(1);
}
let failed = false;
for (const { name, run, again } of suites) {
  let passed = isRight(process.execPath, run);
  if (!passed && again) {
    console.error(`*** The tests of ${name} failed; they run once more. ***`);
    passed = isRight(process.execPath, run);
  }
  failed ||= !passed;
}
console.log(`\n${summary(suites.map(({ name }) => [name, resultOf(name)]))}`);
process.exit(failed ? 1 : 0);

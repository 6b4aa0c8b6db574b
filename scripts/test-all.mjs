// `npm test`: the build, the linter, the formatter, the type check and all tests; with `--e2e`, as in .ci/run, the end-to-end tests, too.
// What went well is in the files of test/output. The last line says what ran, over all suites.
import { spawnSync } from 'node:child_process';
import { forgetResults, resultOf, summary } from './results.mjs';

const IF_POSSIBLE = process.argv.includes('--e2e') ? [] : ['--if-possible'];

const suites = [
  { results: ['unit', 'timing'], run: ['scripts/test.mjs'] },
  { results: ['vscode'], run: ['test/vscode/run.mjs', '--brief', ...IF_POSSIBLE] },
  { results: ['web'], run: ['test/vscode/run.mjs', '--web', '--brief', ...IF_POSSIBLE] },
  ...(process.argv.includes('--e2e') ? [{ results: ['e2e'], run: ['test/e2e/run.mjs', '--brief'] }] : []),
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
for (const { run } of suites) failed = !isRight(process.execPath, run) || failed;
const names = suites.flatMap(({ results }) => results);
console.log(`\n${summary(names.map((name) => [name, resultOf(name)]))}`);
process.exit(failed ? 1 : 0);

// `npm test`: the build, the linter, the formatter, the type check and all tests; with `--e2e`, as in .ci/run, the end-to-end tests, too.
// What went well is in the files of test/output. The last line says what ran, over all suites.
import { spawn, spawnSync } from 'node:child_process';
import { findChromium } from './chromium.mjs';
import { forgetResults, resultOf, summary } from './results.mjs';
import { installHost } from './vscode-host.mjs';

const IF_POSSIBLE = process.argv.includes('--e2e') ? [] : ['--if-possible'];

/** One group after the other; those of a group side by side, since a window of VS Code waits much of its time. */
const groups = [
  [{ results: ['unit', 'timing'], run: ['scripts/test.mjs'] }],
  [
    { results: ['vscode'], run: ['test/vscode/run.mjs', '--brief', ...IF_POSSIBLE] },
    { results: ['web'], run: ['test/vscode/run.mjs', '--web', '--brief', ...IF_POSSIBLE] },
  ],
  ...(process.argv.includes('--e2e') ? [[{ results: ['e2e'], run: ['test/e2e/run.mjs', '--brief'] }]] : []),
];

const shell = process.platform === 'win32';

/** One that has company is silent until it has ended: lines of two suites would be mixed. */
function isSuiteRight(run, hasCompany) {
  return new Promise((resolve) => {
    const suite = spawn(process.execPath, run, { stdio: ['inherit', hasCompany ? 'pipe' : 'inherit', 'inherit'] });
    let said = '';
    suite.stdout?.on('data', (text) => {
      said += text;
    });
    suite.on('close', (status) => {
      process.stdout.write(said);
      resolve(status === 0);
    });
  });
}

const isRight = (program, args) => spawnSync(program, args, { stdio: 'inherit', shell }).status === 0;

forgetResults();
for (const script of ['build', 'lint']) {
  if (isRight('npm', ['run', '--silent', script])) continue;
  console.error(`\nTests: none ran, because \`npm run ${script}\` failed.`);
  process.exit(1);
}
try {
  findChromium();
  // Both of a group would.
  installHost();
} catch {
  // The suites say what is missing.
}
let failed = false;
for (const group of groups) {
  const ended = await Promise.all(group.map(({ run }) => isSuiteRight(run, group.length > 1)));
  failed ||= ended.includes(false);
}
const names = groups.flat().flatMap(({ results }) => results);
console.log(`\n${summary(names.map((name) => [name, resultOf(name)]))}`);
process.exit(failed ? 1 : 0);

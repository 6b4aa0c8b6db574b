// `npm run test:mutation -- server/edits [300]`: changes the code of a folder in so many places, one at a time, and says which
// changes no test notices. Which places, the hash of the commit decides: the same commit draws the same mutants.
// Slow (minutes to hours) and not part of `npm test`: what it shows is a test that is missing.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { mutantKey } from './mutation/draw.mjs';

const TEMPORARY = '.stryker-tmp';
const REPORT = 'test/output/mutation.json';
/** Where tests look at what a user gets, whichever room makes it; the tests of the room itself come first. */
const USERS = ['edits', 'rules', 'check', 'features'];
/** What is about times says nothing about a changed place. */
const ABOUT_TIME = '!(speed|performance)';

const places = process.argv.slice(2);
const count = /^\d+$/.test(places.at(-1) ?? '') ? places.pop() : '300';
if (places.length === 0 || !places.every((place) => existsSync(place))) {
  console.error('npm run test:mutation -- FOLDER OR FILE … [NUMBER OF MUTANTS], for example server/edits 300');
  process.exit(2);
}
const isFolder = (place) => statSync(place).isDirectory();
const mutate = [...places.map((place) => (isFolder(place) ? `${place}/**/*.ts` : place)), '!**/generated/**'];
const rooms = places.map((place) => place.split('/')[1]);
const testFiles = [...new Set([...rooms, ...USERS])].map((name) => `test/server/${name}/**/${ABOUT_TIME}.test.ts`);
const { stdout: commit } = spawnSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' });
process.env.MUTATION_SEED ??= commit.trim();
process.env.MUTATION_COUNT = count;

const fromZero = ({ line, column }) => ({ line: line - 1, column: column - 1 });

const results = await new Stryker({
  mutate,
  testRunner: 'tap',
  tap: { testFiles, nodeArgs: ['--import', 'tsx'], forceBail: true },
  coverageAnalysis: 'perTest',
  plugins: ['@stryker-mutator/tap-runner', './scripts/mutation/reporter.mjs'],
  reporters: ['draw', 'json', 'progress-append-only'],
  jsonReporter: { fileName: REPORT },
  tempDirName: TEMPORARY,
  ignorePatterns: ['dist', '.vscode-host', 'test/output', '*.vsix', 'bench', 'docs/images'],
  // The TypeScript of this project has no interface for programs, which rewriting this file asks for.
  tsconfigFile: 'none.json',
  disableTypeChecks: false,
  concurrency: Number(process.env.MUTATION_CONCURRENCY ?? 2),
  dryRunTimeoutMinutes: 60,
  timeoutMS: 60_000,
  allowConsoleColors: false,
  logLevel: 'warn',
}).runMutationTest();

const equal = new Map(Object.entries(JSON.parse(readFileSync('scripts/mutation/equal.json', 'utf8'))));
const drawn = results.filter(({ status }) => status !== 'Ignored');
if (drawn.length > Number(count)) throw new Error(`${drawn.length} mutants ran, not ${count}: the draw was not heeded`);
// In results lines and columns count from 1.
const keyOf = ({ location: { start, end }, ...mutant }) =>
  mutantKey({ ...mutant, location: { start: fromZero(start), end: fromZero(end) } }, process.cwd());
const isEqual = (mutant) => equal.has(keyOf(mutant));
const alive = drawn.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
const survivors = alive.filter((mutant) => !isEqual(mutant));
const judged = drawn.length - (alive.length - survivors.length);
for (const mutant of survivors) {
  const { line, column } = mutant.location.start;
  console.log(`\n${relative(process.cwd(), mutant.fileName)}:${line}:${column} ${mutant.mutatorName} ${mutant.status}`);
  console.log(keyOf(mutant));
}
const killed = judged - survivors.length;
console.log(
  `\n${places.join(' ')}, drawn by ${process.env.MUTATION_SEED}: ${killed} of ${judged} mutants killed ` +
    `(${((100 * killed) / Math.max(1, judged)).toFixed(1)} %), ${drawn.length - judged} that change nothing left out. Details: ${REPORT}`,
);

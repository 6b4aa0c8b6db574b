// `npm run test:mutation -- server/edits [300]`: changes the code of a folder in so many places, one at a time, and says which
// changes no test notices. Which places, the hash of the commit decides: the same commit draws the same mutants.
// Slow (minutes) and not part of `npm test`: what it shows is a test that is missing. Stryker makes the mutants; its own runner starts
// a process for each file of tests and each mutant, which took hours.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Asker } from './mutation/asker.mjs';
import { bundle } from './mutation/bundle.mjs';
import { draw, mutantKey, nearestFirst } from './mutation/draw.mjs';

const OUTPUT = 'test/output/mutation';
const REPORT = 'test/output/mutation.json';
/** Where tests look at what a user gets, whichever room makes it; the tests of the room itself come first. */
const USERS = ['edits', 'rules', 'check', 'features'];
/** What is about times says nothing about a changed place; these go through so many texts that asking them takes a minute each. */
const LEFT_OUT = /\/(?:speed|performance|megabytes|completion-property|wrapped-in-yaml|by-block)\.test\.ts$/;
/** A test of a mutant may take so much longer than without it, and so much longer in any case: other programs run as well. */
const TIMES = 5;
const SECOND = 1000;
const MINUTE = 60 * SECOND;

const places = process.argv.slice(2);
const count = Number(/^\d+$/.test(places.at(-1) ?? '') ? places.pop() : 300);
if (places.length === 0 || !places.every((place) => existsSync(place))) {
  console.error('npm run test:mutation -- FOLDER OR FILE … [NUMBER OF MUTANTS], for example server/edits 300');
  process.exit(2);
}
const filesIn = (folder, ending) =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((name) => name.endsWith(ending) && !name.includes('/generated/'))
    .sort();
const files = places.flatMap((place) => (statSync(place).isDirectory() ? filesIn(place, '.ts') : [place]));
const rooms = [...new Set([...places.map((place) => place.split('/')[1]), ...USERS])];
const tests = rooms
  .map((room) => `test/server/${room}`)
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => filesIn(folder, '.test.ts'))
  .filter((test) => !LEFT_OUT.test(test));
const { stdout: commit } = spawnSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' });
const seed = process.env.MUTATION_SEED ?? commit.trim();
// What is run of the code is counted, so nothing is as fast as it is.
process.env.MUTATION_SEED = seed;

const made = await bundle(files, tests, `${OUTPUT}/bundle.cjs`);
const mutants = made.map((mutant) => ({ ...mutant, key: mutantKey(mutant, process.cwd()) }));
const alone = mkdtempSync(join(tmpdir(), 'mutation-'));
const asker = new Asker(resolve(OUTPUT, 'bundle.cjs'), projectIn(alone));
const placed = ({ key, location }) => `${key} ${JSON.stringify(location)}`;
const keys = draw(mutants.map(placed), count, seed);
const drawn = mutants.filter((mutant) => keys.has(placed(mutant)));
console.log(`${drawn.length} of ${mutants.length} mutants, ${tests.length} files of tests`);

const reached = await reachedBy(tests);
if (reached.length < tests.length / 2) {
  asker.end();
  rmSync(alone, { recursive: true });
  console.error('Most tests fail without any mutant, so there is nothing that they could notice.');
  process.exit(1);
}
const results = [];
for (const mutant of drawn) {
  results.push({ ...mutant, ...(await statusOf(mutant)) });
  if (results.length % 20 === 0) console.log(`${results.length} of ${drawn.length}`);
}
asker.end();
rmSync(alone, { recursive: true });
writeFileSync(REPORT, JSON.stringify(results, null, 2));
report();

/** The folder of the project with nothing beside it: whether `../shared` is there changes no figure. */
function projectIn(around) {
  const folder = join(around, 'project');
  mkdirSync(folder);
  for (const name of readdirSync('.')) symlinkSync(resolve(name), join(folder, name));
  return folder;
}

/** Of each test, the fastest first, how often it reaches which mutants. */
async function reachedBy(all) {
  const found = [];
  for (const test of all) {
    const { ms, reached: hits, error, over } = await asker.ask({ tests: [{ test }] }, () => 10 * MINUTE, 10 * MINUTE);
    if (hits) found.push({ test, ms, hits });
    else console.log(`${test} fails without any mutant and is not asked: ${error ?? over}`);
  }
  return found.sort((a, b) => a.ms - b.ms);
}

/** What goes over a limit is killed by that limit: of time (`Timeout`), or of memory. */
async function statusOf({ id, fileName }) {
  const asked = new Map(reached.filter(({ hits }) => hits[id]).map((test) => [test.test, test]));
  if (asked.size === 0) return { status: 'NoCoverage' };
  const tests = nearestFirst([...asked.keys()], fileName).map((test) => ({ test, hits: asked.get(test).hits[id] }));
  const all = [...asked.values()].reduce((sum, { ms }) => sum + ms, 0);
  const { by, over } = await asker.ask(
    { mutant: id, tests },
    (test) => TIMES * asked.get(test).ms + 10 * SECOND,
    TIMES * all + MINUTE,
  );
  if (over) return { status: over === 'time' ? 'Timeout' : 'Killed', killedBy: by, over };
  return by ? { status: 'Killed', killedBy: by } : { status: 'Survived' };
}

function report() {
  const equal = new Map(Object.entries(JSON.parse(readFileSync('scripts/mutation/equal.json', 'utf8'))));
  const alive = results.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  const survivors = alive.filter((mutant) => !equal.has(mutant.key));
  const judged = drawn.length - (alive.length - survivors.length);
  for (const mutant of survivors) {
    const { line, column } = mutant.location.start;
    console.log(`\n${mutant.fileName}:${line + 1}:${column + 1} ${mutant.mutatorName} ${mutant.status}`);
    console.log(mutant.key);
  }
  for (const { fileName, location, mutatorName, over, killedBy } of results.filter((result) => result.over))
    console.log(
      `\n${fileName}:${location.start.line + 1} ${mutatorName} went over the limit of ${over} in ${killedBy}`,
    );
  const killed = judged - survivors.length;
  console.log(
    `\n${places.join(' ')}, drawn by ${seed}: ${killed} of ${judged} mutants killed ` +
      `(${((100 * killed) / Math.max(1, judged)).toFixed(1)} %), ${drawn.length - judged} that change nothing left out. ` +
      `Asked without ../shared. Details: ${REPORT}`,
  );
}

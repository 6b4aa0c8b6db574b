// How fast the built server answers over stdio, beside a server that does nothing (the floor), in one run. Started by run.mjs.
// The floor moves with the machine, so what is asked of a keystroke, of completion and of hover is asked against it.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = '../shared/bench';
const server = 'dist/server.js';
const measuring = `${folder}/lsp-bench.mjs`;
const sizes = [1, 100, 1000];

/** What is measured: its title and where it stands in a result, in milliseconds if nothing else is said. */
const figures = {
  open: ['open', (result) => result.openToDiagnosticsMs],
  keystroke: ['keystroke', (result) => result.keystroke.median],
  completion: ['completion', (result) => result.completion.median],
  hover: ['hover', (result) => result.hover.median],
  outline: ['outline', (result) => result.symbols.median],
  memory: ['peak MiB', (result) => result.peakMiB],
};

/** What is asked, by figure and number of runners: the most it may be, given the floor's. */
const most = (limit) => () => limit;
const everywhere = (limit) => Object.fromEntries(sizes.map((size) => [size, limit]));
const goals = {
  open: { 1: most(20), 1000: most(160) },
  keystroke: everywhere((floor) => 3 * floor),
  completion: everywhere((floor) => floor + 1),
  hover: everywhere((floor) => floor + 1),
  outline: { 1000: most(120) },
  memory: { 1: most(62), 1000: most(130) },
};

/** The median of each figure over some rounds: one start of a server is noise. */
function measure(rounds, command) {
  const all = Array.from({ length: rounds }, () => {
    const parameters = [measuring, '--json', '--runners', sizes.join(), '--', process.execPath, ...command, '--stdio'];
    const { status, stdout, stderr } = spawnSync(process.execPath, parameters, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command[0]} was not measured: ${stderr}`);
    return JSON.parse(stdout).results;
  });
  return (name, size) => {
    const [, read] = figures[name];
    const values = all.map((results) => read(results.find(({ runners }) => runners === size))).sort((a, b) => a - b);
    return values[Math.floor(values.length / 2)];
  };
}

const missing = [server, measuring].filter((file) => !existsSync(file));
console.log(`\nThe server over stdio (${measuring}), medians in milliseconds: ours / the floor (ratio)\n`);
if (missing.length > 0) {
  console.log(`Not measured: ${missing.join(' and ')} not found.`);
} else {
  const rounds = 3;
  // The first start makes the code that it keeps for the next ones; it is told apart.
  for (const name of readdirSync('dist')) if (name.endsWith('.cache')) rmSync(`dist/${name}`);
  const first = measure(1, [resolve(server)]);
  const ours = measure(rounds, [resolve(server)]);
  const floor = measure(rounds, [resolve(`${folder}/floor-server.cjs`), resolve('.')]);
  const missed = [];
  console.log(
    ['runners', ...Object.values(figures).map(([title]) => title)].map((title) => title.padStart(22)).join(''),
  );
  for (const size of sizes) {
    const cells = Object.keys(figures).map((name) => {
      const [own, least] = [ours(name, size), floor(name, size)];
      const limit = goals[name][size]?.(least);
      if (limit !== undefined && own > limit) {
        missed.push(`${figures[name][0]} at ${size}: ${own}, at most ${limit.toFixed(2)}`);
      }
      return `${own} / ${least} (${(own / least).toFixed(1)})`;
    });
    console.log([String(size), ...cells].map((cell) => cell.padStart(22)).join(''));
  }
  const [open, memory] = [first('open', sizes[0]), first('memory', sizes[0])];
  console.log(`\nThe very first start, which keeps its code for those above: open ${open}, peak ${memory} MiB.`);
  console.log(missed.length === 0 ? '\nAll goals hold.' : `\nGoals that do not hold: ${missed.join('; ')}.`);
}

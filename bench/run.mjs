// Prints how fast parsing is beside other parsers, what a keystroke costs, and how fast the built server answers beside one
// that does nothing; says whether the goals hold, and asserts nothing. `npm run bench` builds first; `node bench/run.mjs`
// takes what is there.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { buildSync } from 'esbuild';

/** Runs Node with these arguments, its output shown. */
function run(...parameters) {
  const { status } = spawnSync(process.execPath, parameters, { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}

/** Runs a program of this folder, bundled as the server is. */
function runBundled(entry) {
  // Beside the server, where the data lies that it reads.
  const outfile = `dist/bench-${basename(entry, '.ts')}.cjs`;
  try {
    buildSync({ entryPoints: [entry], bundle: true, platform: 'node', outfile });
    run(outfile);
  } finally {
    rmSync(outfile);
  }
}

runBundled('bench/parsers.ts');
runBundled('bench/keystroke.ts');
run('bench/server.mjs');

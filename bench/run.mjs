// Prints how fast parsing is beside other parsers, and how fast the built server answers. Asserts nothing.
// `npm run bench` builds first; `node bench/run.mjs` takes what is there.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Runs Node with these arguments, its output shown. */
function run(...parameters) {
  const { status } = spawnSync(process.execPath, parameters, { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}

run('--import', 'tsx', 'bench/parsers.ts');

const server = 'dist/server.js';
const protocolBench = '../shared/bench/lsp-bench.mjs';
console.log(`\nThe server over stdio (${protocolBench})\n`);
const missing = [server, protocolBench].filter((file) => !existsSync(file));
if (missing.length > 0) console.log(`Not measured: ${missing.join(' and ')} not found.`);
else run(protocolBench, '--', process.execPath, server, '--stdio');

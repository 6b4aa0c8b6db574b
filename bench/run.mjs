// Prints how fast parsing is beside other parsers, and how fast the built server answers. Asserts nothing.
// `npm run bench` builds first; `node bench/run.mjs` takes what is there.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

/** Runs Node with these arguments, its output shown. */
function run(...parameters) {
  const { status } = spawnSync(process.execPath, parameters, { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}

// Bundled as the server is. The bundle must lie inside the project, for the parsers that it leaves outside.
const folder = mkdtempSync(join('node_modules', '.bench-'));
const outfile = join(folder, 'parsers.mjs');
try {
  buildSync({
    entryPoints: ['bench/parsers.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
  });
  run(outfile);
} finally {
  rmSync(folder, { recursive: true });
}

const server = 'dist/server.js';
const protocolBench = '../shared/bench/lsp-bench.mjs';
console.log(`\nThe server over stdio (${protocolBench})\n`);
const missing = [server, protocolBench].filter((file) => !existsSync(file));
if (missing.length > 0) console.log(`Not measured: ${missing.join(' and ')} not found.`);
// The measuring program starts the server in a folder of its own.
else run(protocolBench, '--', process.execPath, resolve(server), '--stdio');

// Puts every mutant of some files into their code, each behind a switch, and bundles that with the tests.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { build } from 'esbuild';
import { asWhereItStands } from './where-it-stands.mjs';

const silent = () => {};
const logger = { debug: silent, info: silent, warn: silent, error: console.error, isDebugEnabled: () => false };

/** Writes the bundle to `outfile` and gives the mutants; lines and columns of their places count from 0. */
export async function bundle(files, tests, outfile) {
  const sources = files.map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }));
  const made = await new Instrumenter(logger).instrument(sources, {
    ignorers: [],
    plugins: null,
    excludedMutations: [],
  });
  const changed = new Map(made.files.map(({ name, content }) => [resolve(name), content]));
  const entries = tests.map((test) => `${JSON.stringify(test)}: () => require(${JSON.stringify(`./${test}`)})`);
  await build({
    stdin: {
      contents: `export { run } from 'node:test';\nexport const files = { ${entries.join(',\n')} };`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile,
    logLevel: 'error',
    plugins: [{ name: 'mutants', setup: (esbuild) => changeSources(esbuild, changed) }],
  });
  return made.mutants;
}

function changeSources(esbuild, changed) {
  esbuild.onResolve({ filter: /^node:test$/ }, () => ({ path: join(import.meta.dirname, 'node-test.mjs') }));
  esbuild.onLoad({ filter: /\.ts$/ }, ({ path }) => {
    const source = changed.get(path) ?? readFileSync(path, 'utf8');
    return { contents: asWhereItStands(source, path), loader: 'ts' };
  });
}

// Runs tests of a bundle with one mutant in place: `node worker.mjs BUNDLE FOLDER`, a request in each line of standard input. The
// bundle is evaluated anew for each, so that what a module keeps is of this mutant.
import { readFileSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { Script } from 'node:vm';
import { Worker } from 'node:worker_threads';

/** A mutant that is reached so much more often than the code without it has made a loop that does not end. */
const HITS = 1_000_000;

const [, , file, folder] = process.argv;
process.chdir(folder);
const script = new Script(`(function (require, module, exports) {${readFileSync(file, 'utf8')}\n})`, {
  filename: file,
});
const evaluate = script.runInThisContext();
new Worker(new URL('memory-limit.mjs', import.meta.url)).unref();

/** At once, also where what comes next does not end. */
const say = (what) => writeSync(1, `\n${JSON.stringify(what)}\n`);

/** Which test notices the mutant, if one does; without a mutant how often the first test reaches which ones. */
async function answer({ mutant, tests }) {
  const stryker = mutant === undefined ? { mutantCoverage: { static: {}, perTest: {} } } : { activeMutant: mutant };
  globalThis.__stryker__ = stryker;
  const module = { exports: {} };
  evaluate(createRequire(file), module, module.exports);
  const { files, run } = module.exports;
  for (const { test, hits } of tests) {
    say({ starts: test });
    if (mutant !== undefined) Object.assign(stryker, { hitCount: 0, hitLimit: 10 * hits + HITS });
    const start = performance.now();
    try {
      await run(files[test]);
    } catch (error) {
      return { by: test, error: String(error?.stack ?? error) };
    }
    if (mutant === undefined) return { ms: performance.now() - start, reached: stryker.mutantCoverage.static };
  }
  return {};
}

for await (const line of createInterface({ input: process.stdin })) {
  say({ answer: await answer(JSON.parse(line)) });
}

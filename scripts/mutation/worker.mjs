// Runs tests of a bundle with one mutant in place: `node worker.mjs BUNDLE FOLDER`, a request in each line of standard input. The
// bundle is evaluated anew for each, so that what a module keeps is of this mutant.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { Script } from 'node:vm';

/** A mutant that is reached so often has made a loop that does not end. */
const HITS = 1_000_000;

const [, , file, folder] = process.argv;
process.chdir(folder);
const script = new Script(`(function (require, module, exports) {${readFileSync(file, 'utf8')}\n})`, {
  filename: file,
});
const evaluate = script.runInThisContext();

/** Which test notices the mutant, if one does; without a mutant which ones the tests reach. */
async function answer({ mutant, tests }) {
  const stryker =
    mutant === undefined
      ? { mutantCoverage: { static: {}, perTest: {} } }
      : { activeMutant: mutant, hitCount: 0, hitLimit: HITS };
  globalThis.__stryker__ = stryker;
  const module = { exports: {} };
  evaluate(createRequire(file), module, module.exports);
  const { files, run } = module.exports;
  for (const test of tests) {
    const start = performance.now();
    try {
      await run(files[test]);
    } catch (error) {
      return { by: test, error: String(error?.stack ?? error) };
    }
    if (mutant === undefined)
      return { ms: performance.now() - start, reached: Object.keys(stryker.mutantCoverage.static) };
  }
  return {};
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`\n${JSON.stringify({ answer: await answer(JSON.parse(line)) })}\n`);
}

/** The server as a process: `--stdio`, or the channel that VS Code's client opens. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { boundHeapGrowth, withHeapGrowthFree } from './heap-growth';
import { loadKept } from './kept-code';
import { connectionOptions } from './lifecycle';
import { languageCode } from './load-language';
import { holdBack, holdOptimizingCompilerBack } from './optimizing-compiler';
import { start } from './start';
import { boundYoungGeneration, withYoungGenerationBounded } from './young-generation';

const BUNDLE = join(__dirname, 'language.js');

let isUsed = false;

/** All that knows TOML. Where it is a bundle, what V8 makes of it is kept for the next start, once a text was checked. */
function language() {
  if (!require.cache[BUNDLE] && existsSync(BUNDLE)) {
    const keep = loadKept(BUNDLE, (act) => {
      holdBack();
      return withHeapGrowthFree(() => withYoungGenerationBounded(act));
    });
    if (keep) process.once('exit', () => isUsed && keep());
  }
  return languageCode();
}

boundYoungGeneration();
const seen = holdOptimizingCompilerBack();
const bound = boundHeapGrowth();
const connection = createConnection(ProposedFeatures.all, connectionOptions());
start(
  connection,
  (text) => {
    isUsed = true;
    seen(text);
    bound(text);
  },
  language,
);

/**
 * Mocha, ready for the scenarios: they call `describe` and `it` when they are loaded, so this is loaded before them. It is
 * Mocha's own browser bundle in both extension hosts, because the one for Node loads files by itself and cannot be bundled.
 */
import 'mocha/mocha.js';
import { LineReporter } from './line-reporter';

declare const SLACK: number;
declare const TRIES: number;

mocha.setup({
  ui: 'bdd',
  reporter: LineReporter as never,
  timeout: 15_000 * SLACK,
  slow: 2_000 * SLACK,
  retries: TRIES - 1,
  // A failed scenario says nothing of the next one.
  bail: false,
});

// What each suite of tests leaves of itself in test/output/results, and the line that `npm test` ends with.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FOLDER = 'test/output/results';

/** Forgets what earlier runs left. */
export function forgetResults() {
  rmSync(FOLDER, { recursive: true, force: true });
}

/**
 * Keeps the result of a suite. `skipped`: how many for each reason. `failures`: the names of those that failed. `notRun`: why nothing
 * of it ran.
 * @param {string} suite
 * @param {{ passed?: number, failed?: number, skipped?: Record<string, number>, failures?: string[], notRun?: string }} result
 */
export function keepResult(suite, result) {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${suite}.json`), JSON.stringify({ passed: 0, failed: 0, skipped: {}, ...result }));
}

/** The result of a suite; one that left none did not come to its end. */
export function resultOf(suite) {
  const file = join(FOLDER, `${suite}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  return { passed: 0, failed: 0, skipped: {}, notRun: 'did not come to its end' };
}

/** The result of a suite of which those that failed ran once more. */
export function afterAnotherRun(first, second) {
  const failed = first.failed - second.passed;
  return { ...first, passed: first.passed + second.passed, failed, failures: second.failures };
}

/** One line over suites: what passed, failed and was skipped in all, and in each; why the skipped ones were. */
export function summary(results) {
  const sum = (count) => results.reduce((total, [, result]) => total + count(result), 0);
  const skips = (result) => Object.values(result.skipped).reduce((total, count) => total + count, 0);
  const each = results.map(([suite, result]) =>
    result.notRun
      ? `${suite} NOT RUN: ${result.notRun}`
      : `${suite} ${result.passed}/${result.failed}/${skips(result)}`,
  );
  const reasons = new Map();
  for (const [, { skipped }] of results) {
    for (const [reason, count] of Object.entries(skipped)) reasons.set(reason, (reasons.get(reason) ?? 0) + count);
  }
  const why = [...reasons].map(([reason, count]) => `${count} ${reason}`).join('; ');
  const counts = `${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed, ${sum(skips)} skipped`;
  return `Tests: ${counts}${why ? ` (${why})` : ''} | ${each.join(' | ')}`;
}

/** The folder of a file is made. */
export function fileFor(path) {
  mkdirSync(dirname(path), { recursive: true });
  return path;
}

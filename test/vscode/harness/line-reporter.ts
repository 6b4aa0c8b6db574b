/**
 * What the starter of the tests reads from the console: a line for each test, and at the end one with the counts. The console
 * is VS Code's too, so each line begins with a mark.
 */
import type { Runner, Test } from 'mocha';

const LINE = '▏';
/** What the last line begins with; JSON follows. */
const SUMMARY = '▏summary ';
/** What a question to the starter begins with; see page.ts. */
export const ASK = '▏ask ';

/** Writes a line, or several, among those of the tests. */
export function print(text: string): void {
  for (const line of text.split('\n')) console.log(LINE + line);
}

export interface Summary {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly retried: number;
  readonly milliseconds: number;
}

export class LineReporter {
  constructor(runner: Runner) {
    const started = Date.now();
    const counts = { passed: 0, failed: 0, skipped: 0, retried: 0 };
    runner.on('suite', (suite) => {
      if (suite.title) print(`${indent(suite.titlePath().length)}${suite.title}`);
    });
    runner.on('pass', (test) => {
      counts.passed++;
      print(`${indentOf(test)}✔ ${test.title} (${test.duration} ms)`);
    });
    // In CI a test gets a second try: on a busy machine a key press or a light bulb of VS Code's own can go astray.
    runner.on('retry', (test, error) => {
      counts.retried++;
      print(`${indentOf(test)}↻ ${test.title}: FAILED, is tried once more`);
      print(indented(described(error), `${indentOf(test)}    `));
    });
    runner.on('fail', (test, error) => {
      counts.failed++;
      print(`${indentOf(test)}✘ ${test.title}`);
      print(indented(described(error), `${indentOf(test)}    `));
    });
    runner.on('pending', (test) => {
      counts.skipped++;
      print(`${indentOf(test)}- ${test.title} SKIPPED`);
    });
    runner.once('end', () => {
      console.log(SUMMARY + JSON.stringify({ ...counts, milliseconds: Date.now() - started } satisfies Summary));
    });
  }
}

const indent = (depth: number) => '  '.repeat(depth);
const indentOf = (test: Test) => indent(test.titlePath().length);
const indented = (text: string, margin: string) => text.replace(/^/gm, margin);

function described(error: unknown): string {
  const { message, stack, actual, expected } = error as Error & { actual?: unknown; expected?: unknown };
  const place = stack?.split('\n').find((line) => /^\s+at /.test(line)) ?? '';
  const values = expected === undefined ? '' : `\nexpected: ${shown(expected)}\nactual:   ${shown(actual)}`;
  return `${message}${values}\n${place.trim()}`;
}

const shown = (value: unknown) => (typeof value === 'string' ? JSON.stringify(value) : JSON.stringify(value, null, 2));

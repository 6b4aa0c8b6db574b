/** Prints problems, for people or for programs. */
import type { Range } from 'vscode-languageserver-types';
import type { Catalog } from '../text/catalog';
import type { Severity } from '../text/code';
import { type Message, message } from '../text/message';
import type { Format } from './arguments';

/** One problem of one file. Lines and characters count from 0, characters in UTF-16 units. */
export interface Problem {
  readonly file: string;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  /** The key that the problem is at, dotted: `runners.docker.image`; empty where there is none. */
  readonly path: string;
}

/** All problems in a format. */
export function print(problems: readonly Problem[], format: Format, { say }: Catalog): string {
  if (format === 'json') return `${JSON.stringify(problems, null, 2)}\n`;
  if (problems.length === 0) return '';
  return [...problems.map(inOneLine), summary(problems)].map((line) => `${say(line)}\n`).join('');
}

/** How many problems are of a severity. */
export function countOf(problems: readonly Problem[], severity: Severity): number {
  return problems.filter((problem) => problem.severity === severity).length;
}

/** As editors and people expect it: counted from 1. */
function inOneLine({ file, range, severity, message: problem, code }: Problem): Message {
  const { line, character } = range.start;
  return message('cli.problem', { file, line: line + 1, column: character + 1, severity, problem, code });
}

function summary(problems: readonly Problem[]): Message {
  return message('cli.summary', { errors: countOf(problems, 'error'), warnings: countOf(problems, 'warning') });
}

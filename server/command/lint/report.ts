/** Prints problems, for people or for programs. */
import type { ProblemAtKey } from '../../features/problems';
import type { Catalog } from '../../text/catalog';
import type { Severity } from '../../text/code';
import { type Message, message } from '../../text/message';
import { printable, printableJson } from '../printable';
import type { Format } from './arguments';

/** A problem and the file that it is in. */
export interface FileProblem extends ProblemAtKey {
  readonly file: string;
}

/** All problems in a format. */
export function print(problems: readonly FileProblem[], format: Format, { say }: Catalog): string {
  if (format === 'json') return `${printableJson(problems)}\n`;
  if (problems.length === 0) return '';
  return [...problems.map(inOneLine), summary(problems)].map((line) => `${printable(say(line))}\n`).join('');
}

/** How many problems are of a severity. */
export function countOf(problems: readonly FileProblem[], severity: Severity): number {
  return problems.filter((problem) => problem.severity === severity).length;
}

/** As editors and people expect it: counted from 1. */
function inOneLine({ file, range, severity, message: problem, code }: FileProblem): Message {
  const { line, character } = range.start;
  return message('cli.problem', { file, line: line + 1, column: character + 1, severity, problem, code });
}

function summary(problems: readonly FileProblem[]): Message {
  return message('cli.summary', { errors: countOf(problems, 'error'), warnings: countOf(problems, 'warning') });
}

/** Prints problems, for people or for programs. */
import type { Range } from 'vscode-languageserver-types';
import type { ConfigDocument } from '../meaning/document';
import type { Finding } from '../meaning/finding';
import { locate } from '../meaning/locate';
import type { Catalog } from '../text/catalog';
import type { Severity } from '../text/code';
import type { Span } from '../text/span';
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

/** A finding as a problem of a file. `place` is the file or the configuration in it that the finding is about. */
export function toProblem(
  file: string,
  place: { range(span: Span): Range },
  finding: Finding,
  say: Catalog['say'],
  path = '',
): Problem {
  const { code, severity, message } = finding;
  return { file, code, severity, message: say(message), range: place.range(finding), path };
}

/** The key that a finding is at, dotted. */
export function pathAt(document: ConfigDocument, finding: Finding): string {
  const place = locate(document, finding.end > finding.start ? finding.start + 1 : finding.start);
  return place.kind === 'comment' ? '' : place.path.join('.');
}

/** All problems in a format. */
export function print(problems: readonly Problem[], format: Format): string {
  if (format === 'json') return `${JSON.stringify(problems, null, 2)}\n`;
  return problems.map(line).join('') + summary(problems);
}

function line({ file, range, severity, message, code }: Problem): string {
  return `${file}:${range.start.line + 1}:${range.start.character + 1}: ${severity}: ${message} [${code}]\n`;
}

function summary(problems: readonly Problem[]): string {
  if (problems.length === 0) return '';
  const count = (severity: Severity) => problems.filter((problem) => problem.severity === severity).length;
  return `${amount(count('error'), 'error')}, ${amount(count('warning'), 'warning')}\n`;
}

/** `1 warning`, `2 warnings`. */
export function amount(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

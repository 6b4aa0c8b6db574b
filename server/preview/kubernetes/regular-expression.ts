/** Regular expressions of Go that decide what a job may overwrite: they match anywhere in the text. */
import type { RegexpFault, RegexpProblem } from '../../values/go-regexp-class';
import { regexpProblem } from '../../values/go-regexp-syntax';
import { goExpression } from '../expression/go-expression';
import { quoted } from '../go-text';
import { JobFailure } from '../job-failure';
import type { Origin } from '../origin';

/** Fails unless a value matches (overwriteRegexCheck in executors/kubernetes/overwrites.go). */
export function checkAllowed(expression: string, value: string, origin: Origin): void {
  const problem = regexpProblem(expression);
  if (problem) throw new JobFailure(`error parsing regexp: ${said(expression, problem)}`, origin);
  if (!goExpression(expression).matchesIn(value)) {
    throw new JobFailure(`provided value ${quoted(value)} does not match ${quoted(expression)}`, origin);
  }
}

function said(expression: string, { fault, start, end }: RegexpProblem): string {
  const rest = expression.slice(start);
  // Go takes what looks behind for a name.
  if (fault === 'lookAround' && rest.startsWith('(?<')) return `${words.groupName}: \`${/^[^>]*>?/.exec(rest)?.[0]}\``;
  const parts: Partial<Record<RegexpFault, string>> = {
    unclosedGroup: expression,
    unopenedGroup: expression,
    backslash: '',
    lookAround: upToFlag(rest),
    group: upToFlag(rest),
  };
  return `${words[fault]}: \`${parts[fault] ?? expression.slice(start, end)}\``;
}

/** Up to the first character that is no flag. */
const upToFlag = (group: string) => /^\(\?[imsU]*-?[imsU]*.?/su.exec(group)?.[0] ?? group;

/** How Go's regexp/syntax names what is wrong. */
const words: Readonly<Record<RegexpFault, string>> = {
  unclosedGroup: 'missing closing )',
  nothingToRepeat: 'missing argument to repetition operator',
  repeatedTwice: 'invalid nested repetition operator',
  repeatCount: 'invalid repeat count',
  lookAround: 'invalid or unsupported Perl syntax',
  group: 'invalid or unsupported Perl syntax',
  groupName: 'invalid named capture',
  unopenedGroup: 'unexpected )',
  unclosedClass: 'missing closing ]',
  classRange: 'invalid character class range',
  className: 'invalid character class range',
  backReference: 'invalid escape sequence',
  escape: 'invalid escape sequence',
  backslash: 'trailing backslash at end of expression',
};

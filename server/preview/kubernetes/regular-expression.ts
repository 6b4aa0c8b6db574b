/** Regular expressions of Go that decide what a job may overwrite: they match anywhere in the text. */
import type { RegexpFault } from '../../values/go-regexp-class';
import { regexpProblem } from '../../values/go-regexp-syntax';
import { quoted } from '../go-text';
import { JobFailure } from '../job-failure';
import type { Origin } from '../origin';

/** Fails unless a value matches (overwriteRegexCheck in executors/kubernetes/overwrites.go). */
export function checkAllowed(expression: string, value: string, origin: Origin): void {
  const problem = regexpProblem(expression);
  if (problem) {
    const part = problem.fault === 'unclosedGroup' ? expression : expression.slice(problem.start, problem.end);
    throw new JobFailure(`error parsing regexp: ${words[problem.fault]}: \`${part}\``, origin);
  }
  if (!translated(expression).test(value)) {
    throw new JobFailure(`provided value ${quoted(value)} does not match ${quoted(expression)}`, origin);
  }
}

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

/** The same for JavaScript. A construct that it has not, and a pattern that it refuses, lets all pass: no error is invented. */
function translated(expression: string): RegExp {
  let flags = 'u';
  let text = expression;
  const leading = /^\(\?([imsU]+)\)/.exec(text);
  if (leading) {
    text = text.slice(leading[0].length);
    for (const flag of leading[1] ?? '') if (/[ims]/.test(flag)) flags += flag;
  }
  text = text
    .replace(/\\Q([\s\S]*?)(?:\\E|$)/g, (_, literal: string) => literal.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .replaceAll('(?P<', '(?<')
    .replace(/\\z/g, '$')
    .replace(/\\A/g, '^')
    .replace(/\\x\{([0-9A-Fa-f]+)\}/g, '\\u{$1}')
    .replace(/\\([pP])([A-Z])/g, '\\$1{$2}')
    .replace(/\[:(\^?)(\w+):\]/g, (whole, not: string, name: string) => (not ? whole : (classes[name] ?? whole)))
    .replace(/\[\]/g, '[\\]')
    .replace(/\[\^\]/g, '[^\\]');
  try {
    return new RegExp(text, flags);
  } catch {
    return /(?:)/;
  }
}

const classes: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  digit: '0-9',
  lower: 'a-z',
  upper: 'A-Z',
  space: '\\t\\n\\v\\f\\r ',
  word: '0-9A-Za-z_',
  xdigit: '0-9A-Fa-f',
};

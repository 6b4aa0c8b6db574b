/**
 * A Windows path in double quotes whose backslashes happen to be escapes: `"C:\builds"` loads, and holds a backspace.
 * Evidence: verdicts, case escape-silent-b. Escapes that TOML does not know are reported by the syntax.
 */

import { doubledBackslashes, singleQuoted, tripleSingleQuoted, windowsEscape } from '../../edits/windows-path';
import { replacements } from '../../meaning/change';
import type { ConfigDocument } from '../../meaning/document';
import type { Fix } from '../../meaning/finding';
import type { Source } from '../../meaning/visit';
import { message } from '../../text/message';
import { once } from '../../text/once';
import type { StringValue, Value } from '../../toml/syntax';
import type { Rule } from '../rule';

export const controlEscape: Rule<'key'> = {
  code: 'control-escape',
  scope: 'key',
  concerns: (key) => key !== undefined,
  check(visit, report) {
    const { member, source, key } = visit;
    if (!key || member.node.type !== 'value' || !holdsBackslash(source, member.node.value)) return;
    for (const string of strings(member.node.value)) {
      const multiline = string.style === 'multiline-basic';
      const lines = quotedLines(source, string);
      const found = lines.flatMap((line) => escapesIn(line, lines.length > 1));
      // An escape that TOML does not know is the same cause, and an error.
      if (found.length === 0 || hasProblem(visit.document, string)) continue;
      const literal = once(() => inSingleQuotes(source, string));
      for (const { line, start, letter } of found) {
        report({
          // A path that is the whole text leads nowhere; in a line of a script it may be one of many words.
          ...(!(WHOLE_PATH.test(line.raw) && !multiline) && { severity: 'warning' }),
          start,
          end: start + 2,
          message: message('control-escape', { letter, quotes: multiline ? 'triple' : 'single' }),
          link: key.docs,
          fixes: () =>
            [...literal(), ...doubled(line, multiline)].map((fix, index) => ({ ...fix, preferred: index === 0 })),
        });
      }
    }
  },
};

/** A text that begins with a drive, behind its quote. */
const WHOLE_PATH = /^"[A-Za-z]:\\/;

/** What stands behind a backslash for a control character. */
const letters = ['b', 't', 'n', 'f', 'r', 'e'] as const;

/** The first such escape in a path of the line. */
function escapesIn(line: QuotedLine, inScript: boolean) {
  const at = windowsEscape(line.raw, inScript);
  if (at === undefined) return [];
  const written = line.raw.charAt(at + 1);
  return letters.filter((letter) => letter === written).map((letter) => ({ line, start: line.start + at, letter }));
}

/** Most values hold none. */
function holdsBackslash({ text }: Source, { start, end }: Value): boolean {
  // Looked for in the value alone: to the end of the text, each value of a long one would cost all of it.
  return text.slice(start, end).includes('\\');
}

function strings(value: Value): StringValue[] {
  if (value.type === 'string') return value.style === 'basic' || value.style === 'multiline-basic' ? [value] : [];
  return value.type === 'array' ? value.items.flatMap(strings) : [];
}

/** A string on one line, or a line of one that has several: `raw` has a quote at both ends, the first at `start`. */
interface QuotedLine {
  readonly raw: string;
  readonly start: number;
}

function quotedLines({ text }: Source, { start, end, style }: StringValue): readonly QuotedLine[] {
  const raw = text.slice(start, end);
  if (style === 'basic' || !raw.includes('\\')) return [{ raw, start }];
  let next = start + 2;
  return raw
    .slice(3, -3)
    .split('\n')
    .map((line) => {
      const from = next;
      next += line.length + 1;
      return { raw: `"${line}"`, start: from };
    });
}

function hasProblem({ syntaxProblems }: ConfigDocument, { start, end }: StringValue): boolean {
  return syntaxProblems.some((problem) => problem.start >= start && problem.end <= end);
}

function inSingleQuotes({ text }: Source, { start, end, style }: StringValue): Fix[] {
  const raw = text.slice(start, end);
  const newText = style === 'basic' ? singleQuoted(raw) : tripleSingleQuoted(raw);
  const title = message(style === 'basic' ? 'fix.single-quotes' : 'fix.triple-quotes');
  return newText === undefined ? [] : [{ title, changes: replacements([{ start, end, newText }]) }];
}

/** Of a multi-line string only this line changes; a backslash at its end, which joins it with the next, stays out of it. */
function doubled({ raw, start }: QuotedLine, multiline: boolean): Fix[] {
  if (multiline && /\\\s*"$/.test(raw)) return [];
  const newText = doubledBackslashes(raw).slice(1, -1);
  return [
    {
      title: message('fix.double-backslashes'),
      changes: replacements([{ start: start + 1, end: start + raw.length - 1, newText }]),
    },
  ];
}

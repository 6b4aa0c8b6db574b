/** Fixes of syntax problems. Each changes only the characters that are wrong. */

import { type Change, replacements } from '../meaning/change';
import type { ConfigDocument } from '../meaning/document';
import type { Fix } from '../meaning/finding';
import { locate, sectionAt } from '../meaning/locate';
import type { Schema } from '../schema/types';
import type { TextEdit } from '../text/edit';
import { type Message, message } from '../text/message';
import { lastBefore } from '../text/search';
import { plainPunctuation } from '../toml/characters';
import { isSameValue } from '../toml/same-value';
import { withoutTag } from '../toml/struct-tag';
import type { InlineTableValue, KeyValue, Span, StringValue, SyntaxProblem, Value } from '../toml/syntax';
import { valueText } from '../toml/write';
import { offered } from './changes';
import { changeTo } from './convert-value';
import { colonForEquals, missingEquals } from './equals-fixes';
import { headerLine } from './headers';
import { isNothing, isOfValue, meantValue } from './meant-value';
import { mergeSections } from './merge-sections';
import { quoteFixes, quotesInside } from './quote-fixes';
import { commentBehind, standsAlone } from './text-lines';
import { doubledBackslashes, singleQuoted } from './windows-path';

type Make = (text: string, problem: SyntaxProblem, document: ConfigDocument, schema: Schema) => Fix[];

const makers: Readonly<Partial<Record<SyntaxProblem['code'], Make>>> = {
  'bare-word': (text, problem, document) =>
    withoutPunctuation(text, problem, PLAIN_VALUE) ?? removeNothing(text, problem, document),
  'colon-for-equals': (_, problem, document, schema) => colonForEquals(document, schema, problem),
  'unexpected-character': (text, problem) => {
    const plain = plainPunctuation[text];
    return plain === undefined ? [] : [{ ...replace(changeTo(plain), problem, plain), safe: true }];
  },
  'missing-comma': (_, problem, document) => {
    const before = endBefore(document, problem.start);
    return before === 0 ? [] : [{ ...insert(message('fix.insert.comma'), before, ','), safe: true }];
  },
  'unexpected-comma': (_, problem) => [replace(message('fix.remove.comma'), problem, '')],
  'unclosed-header': closeHeader,
  'header-spacing': (text, problem) => [
    { ...replace(message('fix.remove.space'), problem, text.replace(/\s/g, '')), safe: true },
  ],
  'unterminated-string': quoteFixes,
  'text-after-value': (text, problem, document) =>
    withoutPunctuation(text, problem, NOTHING) ?? onOwnLine(text, problem, document) ?? quotesInside(document, problem),
  'bad-key': (text, problem, document) => {
    if (/^["']/.test(text) || !/^[ \t]*[=.\]]/.test(document.text.slice(problem.end, problem.end + 100))) return [];
    // Out of the runner's source, where this tells how the key is written, not what it is called.
    const name = withoutTag(text);
    return [
      name === text ? replace(message('fix.quote'), problem, valueText(text)) : replace(changeTo(name), problem, name),
    ];
  },
  'bad-escape': (_, problem, document) => escapeFixes(document, problem),
  'wrong-comment': (text, problem) => [
    {
      ...replace(
        message('fix.change-to.comment'),
        problem,
        text.replace(/^(?:;+|\/\/+|--+|\/\*+)\s?/, '# ').replace(/(?<!\s)\s*\*\/$/, ''),
      ),
      safe: true,
    },
  ],
  'elided-lines': (_, problem, document) => lineFixes(document, problem),
  'missing-equals': (_, problem, document, schema) => missingEquals(document, schema, problem),
  'duplicate-key': (_, problem, document) => removeDuplicate(document, problem),
  'array-redefined': firstToArray,
  'redefined-table': (_, problem, document) => merge(problem, document),
};

/** The fixes of one syntax problem, the best first. */
export function syntaxFixes(document: ConfigDocument, schema: Schema, problem: SyntaxProblem): readonly Fix[] {
  const made = makers[problem.code]?.(document.text.slice(problem.start, problem.end), problem, document, schema) ?? [];
  const all = isOfValue(problem) ? [...made, ...meantValue(document, schema, problem)] : made;
  return offered(document, all).map((fix, index) => (index === 0 ? { preferred: true, ...fix } : fix));
}

function replace(title: Message, span: Span, newText: string): Fix {
  return { title, changes: replacements([{ start: span.start, end: span.end, newText }]) };
}

function insert(title: Message, at: number, newText: string): Fix {
  return { title, changes: replacements([{ start: at, end: at, newText }]) };
}

/** A line break before a key that stands behind the value of another. */
function onOwnLine(text: string, { start }: Span, { text: all }: ConfigDocument): Fix[] | undefined {
  if (!/^[\w.-]+[ \t]*=[ \t]*[^\s=]/.test(text)) return undefined;
  const line = all.slice(all.lastIndexOf('\n', start - 1) + 1, start);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const changes = replacements([
    { start: start - (/(?<![ \t])[ \t]*$/.exec(line)?.[0].length ?? 0), end: start, newText: `\n${indent}` },
  ]);
  return [{ title: message('fix.own-line'), changes }];
}

/** The end of what stands before an offset, white space and comments left out. */
function endBefore({ text, syntax }: ConfigDocument, offset: number): number {
  let end = offset;
  for (;;) {
    while (end > 0 && /\s/.test(text.charAt(end - 1))) end--;
    const comment = lastBefore(syntax.comments, end - 1);
    if (!comment || comment.end < end) return end;
    end = comment.start;
  }
}

function trimmedEnd(text: string, span: Span): number {
  return span.end - (text.length - text.trimEnd().length);
}

function closeHeader(text: string, problem: SyntaxProblem): Fix[] {
  const wanted = text.startsWith('[[') ? ']]' : ']';
  if (/^\[[^[].*\]\]$/.test(text))
    return [{ ...insert(message('fix.insert', { text: '[' }), problem.start, '['), safe: true }];
  if (/\.[\s\]]*$/.test(text)) return [];
  const present = /(?<!\])\]*$/.exec(text.trimEnd())?.[0].length ?? 0;
  const missing = wanted.slice(present);
  return missing
    ? [{ ...insert(message('fix.insert', { text: missing }), trimmedEnd(text, problem), missing), safe: true }]
    : [];
}

function removeNothing(text: string, problem: SyntaxProblem, document: ConfigDocument): Fix[] {
  if (!isNothing(text)) return [];
  const pair = pairWhere(document, problem, ({ value }) => value.start === problem.start);
  return pair ? [{ title: message('fix.remove.line'), changes: [{ op: 'remove', part: pair }] }] : [];
}

/** In single quotes every backslash is plain; else the one that is wrong is doubled, in a Windows path all of them. */
function escapeFixes(document: ConfigDocument, problem: SyntaxProblem): Fix[] {
  const double = insert(message('fix.double-backslash'), problem.start, '\\');
  const string = stringAt(document, problem.start);
  if (string?.style !== 'basic') return [double];
  const raw = document.text.slice(string.start, string.end);
  const literal = singleQuoted(raw);
  const all = /^"(?:[A-Za-z]:\\|\\\\)/.test(raw)
    ? replace(message('fix.double-backslashes'), string, doubledBackslashes(raw))
    : double;
  return literal === undefined ? [all] : [replace(message('fix.single-quotes'), string, literal), all];
}

/** The string that holds an offset, in arrays and inline tables too. */
function stringAt(document: ConfigDocument, offset: number): StringValue | undefined {
  const place = locate(document, offset);
  return place.kind === 'value' && place.value.type === 'string' ? place.value : undefined;
}

function lineFixes(document: ConfigDocument, problem: SyntaxProblem): Fix[] {
  if (!standsAlone(document, problem)) return [];
  return [
    insert(message('fix.change-to.comment'), problem.start, '# '),
    { title: message('fix.remove.line'), changes: [{ op: 'remove', part: problem }] },
  ];
}

/** What ends a line in other formats and in other scripts: a comma, a semicolon, a full stop, of whatever width. */
const PUNCTUATION = /(?<![,;，；、。])[,;，；、。]+$/;

const PLAIN_VALUE = /^(?:true|false|[+-]?\d+)$/;
const NOTHING = /^$/;

/** `true，` as `true`: behind what is sound without it. */
function withoutPunctuation(text: string, problem: SyntaxProblem, sound: RegExp): Fix[] | undefined {
  const end = text.trimEnd();
  const mark = PUNCTUATION.exec(end)?.[0] ?? '';
  const value = end.slice(0, end.length - mark.length);
  if (mark === '' || !sound.test(value)) return undefined;
  const span = { start: problem.start + value.length, end: problem.start + end.length };
  return [{ ...replace(message('fix.remove', { name: mark }), span, ''), safe: true }];
}

/** Two tables of one name become one, where that changes no value. */
function merge(problem: SyntaxProblem, document: ConfigDocument): Fix[] {
  const second = sectionAt(document, problem.start);
  const first = problem.related && sectionAt(document, problem.related.start);
  const edits = first && first !== second ? mergeSections(document, first, second) : undefined;
  return edits ? [{ title: message('fix.merge-tables'), changes: replacements(edits), safe: true }] : [];
}

/** Which of the two goes is the user's choice, unless they say the same. */
function removeDuplicate(document: ConfigDocument, problem: SyntaxProblem): Fix[] {
  const { related } = problem;
  const second = pairOfKey(document, problem);
  const first = related && pairOfKey(document, related);
  const safe =
    second !== undefined && first !== undefined && isSameValue(document.text, second.pair.value, first.pair.value);
  const fixes: Fix[] = [];
  for (const [placed, id] of [[second, 'fix.remove.this'] as const, [first, 'fix.remove.first'] as const]) {
    if (!placed) continue;
    const remove: Change = { op: 'remove', part: placed.pair, of: placed.inline };
    const other = placed === first ? second : first;
    const left = safe && other && !placed.inline ? commentLeft(document, placed.pair, other.pair) : undefined;
    const changes = left ? replacements([left]) : [remove];
    fixes.push({ title: message(id), changes, safe: safe && placed === second });
  }
  return fixes;
}

/** The edit that leaves the comment behind a pair, where the other, which says the same, has not the same comment. */
function commentLeft(document: ConfigDocument, pair: KeyValue, other: KeyValue): TextEdit | undefined {
  const comment = commentBehind(document, pair);
  const text = comment.trim();
  // On a line of its own, what is said to this extension would be about the next one.
  if (text === '' || /gitlab-runner:/.test(text) || text === commentBehind(document, other).trim()) return undefined;
  if (!standsAlone(document, pair)) return undefined;
  return { start: pair.start, end: pair.end + comment.length - comment.trimStart().length, newText: '' };
}

interface PlacedPair {
  readonly pair: KeyValue;
  /** The inline table that it is one of. */
  readonly inline: InlineTableValue | undefined;
}

/** The pair whose key holds a span, in inline tables too. */
function pairOfKey(document: ConfigDocument, span: Span): PlacedPair | undefined {
  let inline: InlineTableValue | undefined;
  let pair = pairWhere(document, span, (candidate) => holds(candidate, span));
  while (pair && !holds(pair.key, span)) {
    let value: Value | undefined = pair.value;
    while (value?.type === 'array') value = lastBefore(value.items, span.start);
    inline = value?.type === 'inline-table' ? value : undefined;
    pair = inline && lastBefore(inline.pairs, span.start);
    if (pair && !holds(pair, span)) pair = undefined;
  }
  return pair && { pair, inline };
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The pair of a section that holds a span, if it fits. */
function pairWhere(document: ConfigDocument, span: Span, fits: (pair: KeyValue) => boolean): KeyValue | undefined {
  const pair = lastBefore(sectionAt(document, span.start).pairs, span.start);
  return pair && fits(pair) ? pair : undefined;
}

/** `[x]` before `[[x]]`, no list that the runner knows: the first header lacks its second bracket, or the others have one too many. */
function firstToArray(_: string, problem: SyntaxProblem, document: ConfigDocument): Fix[] {
  const header = problem.related && sectionAt(document, problem.related.start).header;
  const first = header && header.key.end === problem.related?.end && !header.array ? header : undefined;
  if (first && sectionAt(document, first.start).pairs.length === 0) {
    const header = headerLine(
      first.key.segments.map(({ name }) => name),
      false,
    );
    return [{ title: message('fix.remove.empty-table', { header }), changes: [{ op: 'remove', part: first }] }];
  }
  return first
    ? [{ title: message('fix.double-brackets'), changes: [{ op: 'brackets', of: first, array: true }] }]
    : [];
}

/** What stands where a value should and is none: one problem, on the characters that are wrong. */
import { message } from '../text/message';
import { plainPunctuation, typographicQuotes } from './characters';
import { bareWord, shortened } from './messages';
import type { Place } from './parse-value';
import type { ParserState } from './parser-state';
import type { Value } from './syntax';

/** The quotes that a text may end in which begins with one of some: first those of its own kind, then the straight one. */
const closing: readonly { readonly openers: string; readonly closers: string; readonly straight: string }[] = [
  { openers: '“”„‟«»＂「『', closers: '”“‟»«＂」』', straight: '"' },
  { openers: '‘’‚‛＇`´', closers: '’‘‛＇`´', straight: "'" },
];
/** What follows a value. */
const BEHIND_VALUE = /[ \t]*(?:[,，、；;\]］】}｝#＃]|\r?$)/my;

/** Takes what cannot be a value as one invalid value with one problem, up to where the value must end. */
export function takeBadValue(state: ParserState, place: Place, start = state.lexer.start): Value {
  const { lexer, text } = state;
  const quoted = typographicQuotes.includes(text.charAt(start)) && start < text.length;
  const end = quoted ? quotedEnd(state, place, start) : badValueEnd(state, place, start);
  if (end <= start) return { type: 'invalid', start, end: start };
  lexer.start = Math.min(lexer.start, start);
  if (lexer.end !== end || quoted) lexer.takeInvalid(end);
  const content = text.slice(start, Math.min(end, start + 200));
  if (quoted) state.report('smart-quotes', start, end);
  else if (isPlaceholder(content))
    state.reportAs('placeholder', start, end, message('placeholder', { text: shortened(content) }));
  else if (/^(?:\{[{%]|<%|[%$]\{)/.test(content)) state.report('template-text', start, end);
  else if (/^(?:\.{2,}|…|\(\.\.\.\))$/.test(content)) state.report('elided-lines', start, end);
  else if (/^(?:[\p{L}\p{N}_$/~<.@*:%+-]|\\)/u.test(content))
    state.reportAs('bare-word', start, end, bareWord(content));
  else state.reportUnexpected(start, end, content);
  state.valueToken();
  return { type: 'invalid', start, end };
}

/** `<TOKEN>`, `@TOKEN@`, `%TOKEN%`, `__TOKEN__` as a whole; variables of a shell, `$TOKEN` and `${TOKEN:-x}`, also in a text. */
function isPlaceholder(text: string): boolean {
  return (
    /^(?:<[A-Za-z][\w .:/-]*>|@@?[A-Za-z_]\w*@@?|%[A-Za-z_]\w*%|__\w+__)$/.test(text) ||
    /^[\w./:-]*\$(?:[A-Za-z_]\w*|\{[A-Za-z_]\w*(?::?[-=?+][^{}]*)?\})/.test(text)
  );
}

/**
 * The end of a text in typographic quotes: behind the quote that closes it, if there is one before the value must end. A straight one
 * closes it where nothing but the end of a value follows: `“a'b"c”` is one text.
 */
function quotedEnd(state: ParserState, place: Place, start: number): number {
  const { text } = state;
  const lineEnd = state.contentEnd(start);
  /** Behind the first straight quote of its own kind, and of the other. */
  let own = -1;
  let other = -1;
  const kind = closing.find(({ openers }) => openers.includes(text.charAt(start)));
  for (let at = start + 1; kind && at < lineEnd; at++) {
    const character = text.charAt(at);
    if (kind.closers.includes(character)) {
      // An apostrophe stands between letters.
      if (kind.straight === '"' || !isLetter(text.charAt(at + 1))) return at + 1;
    } else if (character === '"' || character === "'") {
      BEHIND_VALUE.lastIndex = at + 1;
      if (BEHIND_VALUE.test(text)) return at + 1;
      if (character !== kind.straight) other = other < 0 ? at + 1 : other;
      else if (own < 0) own = at + 1;
    }
  }
  if (own < 0 && other < 0) return badValueEnd(state, place, start);
  return own < 0 ? other : own;
}

function isLetter(character: string): boolean {
  return /^\p{L}$/u.test(character);
}

/** Five to seven fields of a cron expression, with commas that stand in a field: `0-7,18-23`. */
const FIELDS = /[\d*?][\w*?/#,-]{0,99}(?:[ \t]{1,9}[\w*?][\w*?/#,-]{0,99}){4,6}(?=[ \t]*(?:[,\]]|$))/my;

/** The end of a cron expression without quotes; undefined where none starts. */
export function bareFields(state: ParserState, start: number): number | undefined {
  FIELDS.lastIndex = start;
  const found = FIELDS.exec(state.text)?.[0].replace(/,$/, '');
  return found === undefined ? undefined : start + found.length;
}

/** What stands for one of some characters, and those themselves. */
const kindsOf = (plain: string): string =>
  Object.keys(plainPunctuation)
    .filter((each) => plain.includes(plainPunctuation[each] ?? ''))
    .join('');

/** What ends a text that is no value; a `#` does only in its other forms, since the value ends before a comment anyway. */
const ENDS: Readonly<Record<Place, RegExp>> = {
  pair: new RegExp(`[${kindsOf('#')}]`),
  array: new RegExp(`[,\\]${kindsOf('#,]')}]`),
  'inline-table': new RegExp(`[,}${kindsOf('#,}')}]`),
};

function badValueEnd(state: ParserState, place: Place, start: number): number {
  const { text } = state;
  const fields = place === 'array' ? bareFields(state, start) : undefined;
  if (fields !== undefined) return fields;
  const lineEnd = state.contentEnd(start);
  const from = place === 'pair' ? start : tagEnd(text.slice(start, lineEnd), start);
  let end = firstEnd(state, place, from, lineEnd);
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return end;
}

/** Where the first character is, from an offset on, that ends a value; the end of the line where there is none. */
function firstEnd({ text, valueEnds }: ParserState, place: Place, from: number, lineEnd: number): number {
  const known = valueEnds.get(place);
  // Tables that stand in one another on a long line, and do not end, ask for the same end again and again.
  if (known && known.start <= from && from <= known.end) return known.end;
  const length = text.slice(from, lineEnd).search(ENDS[place]);
  const end = length < 0 ? lineEnd : from + length;
  valueEnds.set(place, { start: from, end });
  return end;
}

/** Behind the template tag that a value begins with; its brackets are not those around the value. */
function tagEnd(value: string, start: number): number {
  const closer = /^\{\{/.test(value) ? '}}' : /^\{%/.test(value) ? '%}' : /^<%/.test(value) ? '%>' : undefined;
  const at = closer === undefined ? -1 : value.indexOf(closer);
  return closer === undefined || at < 0 ? start : start + at + closer.length;
}

/**
 * A quote too many, or one too few, in a list: `["a, "b"]` is the string `"a, "` and then rubbish. From the string on,
 * the rest of the line is one mistake, up to the bracket that ends it. Returns where that mistake ends.
 */
export function takeUnbalancedQuotes(state: ParserState, stringStart: number, closer: ']' | '}'): number {
  const { lexer, text } = state;
  const lineEnd = state.contentEnd(stringStart);
  let end = ownCloser(text, lexer.start, lineEnd, closer, openBefore(text, stringStart));
  if (end < lexer.start) end = lineEnd;
  while (end > lexer.start + 1 && /[\s,]/.test(text.charAt(end - 1))) end--;
  lexer.takeInvalid(Math.max(end, lexer.start + 1));
  state.reportAs('unterminated-string', stringStart, lexer.end, message('unterminated-string.unbalanced'));
  const reached = lexer.end;
  state.valueToken();
  return reached;
}

/** How many brackets are open on the line of a string before it, but for those in strings; one where its list begins above. */
function openBefore(text: string, stringStart: number): number {
  const before = text.slice(text.lastIndexOf('\n', stringStart - 1) + 1, stringStart).slice(-FARTHEST);
  let open = 0;
  for (const [found] of before.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|[[\]{}]/g)) {
    if (found === '[' || found === '{') open++;
    else if (found === ']' || found === '}') open = Math.max(0, open - 1);
  }
  return Math.max(1, open);
}

/** So many characters before a string are looked through for brackets. */
const FARTHEST = 1_000;

/** Where the bracket around a mistake closes, when so many are open: those around it close behind it. -1: nowhere on the line. */
function ownCloser(text: string, start: number, lineEnd: number, closer: string, open: number): number {
  const last = text.lastIndexOf(closer, lineEnd - 1);
  if (open === 1 || lineEnd - start > FARTHEST) return last;
  let own = -1;
  let depth = 0;
  for (let at = lineEnd - 1; at >= start; at--) {
    const character = text.charAt(at);
    if (character === '[' || character === '{') depth--;
    else if ((character === ']' || character === '}') && ++depth === open && character === closer) own = at;
  }
  return own < 0 ? last : own;
}

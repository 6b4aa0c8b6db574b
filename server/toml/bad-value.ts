/** What stands where a value should and is none: one problem, on the characters that are wrong. */
import { message } from '../text/message';
import { plainPunctuation, typographicQuotes } from './characters';
import { bareWord, shortened } from './messages';
import type { Place } from './parse-value';
import type { ParserState } from './parser-state';
import type { Value } from './syntax';

const closingQuotes = '”“‟»«’‘‛＂＇」』`´"\'';

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

/** The end of a text in typographic quotes: behind the quote that closes it, if there is one before the value must end. */
function quotedEnd(state: ParserState, place: Place, start: number): number {
  const lineEnd = state.contentEnd(start);
  for (let at = start + 1; at < lineEnd; at++) {
    if (closingQuotes.includes(state.text.charAt(at))) return at + 1;
  }
  return badValueEnd(state, place, start);
}

/** Five to seven fields of a cron expression, with commas that stand in a field: `0-7,18-23`. */
const FIELDS = /[\d*?][\w*?/#,-]{0,99}(?:[ \t]{1,9}[\w*?][\w*?/#,-]{0,99}){4,6}(?=[ \t]*(?:[,\]]|$))/my;

/** The end of a cron expression without quotes; undefined where none starts. */
export function bareFields(state: ParserState, start: number): number | undefined {
  FIELDS.lastIndex = start;
  const found = FIELDS.exec(state.text)?.[0].replace(/,$/, '');
  return found === undefined ? undefined : start + found.length;
}

function badValueEnd(state: ParserState, place: Place, start: number): number {
  const { text } = state;
  const fields = place === 'array' ? bareFields(state, start) : undefined;
  if (fields !== undefined) return fields;
  const lineEnd = state.contentEnd(start);
  const closer = place === 'array' ? ']' : '}';
  let end = start;
  while (end < lineEnd) {
    const character = text.charAt(end);
    const plain = plainPunctuation[character] ?? character;
    if (plain === '#' ? character !== '#' : place !== 'pair' && (plain === ',' || plain === closer)) break;
    end++;
  }
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return end;
}

/**
 * A quote too many, or one too few, in a list: `["a, "b"]` is the string `"a, "` and then rubbish. From the string on,
 * the rest of the line is one mistake, up to the bracket that ends it. Returns where that mistake ends.
 */
export function takeUnbalancedQuotes(state: ParserState, stringStart: number, closer: ']' | '}'): number {
  const { lexer, text } = state;
  const lineEnd = state.contentEnd(stringStart);
  let end = text.lastIndexOf(closer, lineEnd - 1);
  if (end < lexer.start) end = lineEnd;
  while (end > lexer.start + 1 && /[\s,]/.test(text.charAt(end - 1))) end--;
  lexer.takeInvalid(Math.max(end, lexer.start + 1));
  state.reportAs('unterminated-string', stringStart, lexer.end, message('unterminated-string.unbalanced'));
  const reached = lexer.end;
  state.valueToken();
  return reached;
}

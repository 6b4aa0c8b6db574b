/** Parses values. The current token is the first of the value; afterwards it is the token after it, white space skipped. */
import { parseKey } from './parse-key';
import { MAXIMUM_DEPTH, type ParserState } from './parser-state';
import { closesLater, looksLikeHeader, looksLikePair } from './recovery';
import { readScalar } from './scalars';
import { decodeString } from './strings';
import type { ArrayValue, InlineTableValue, KeyValue, QuoteStyle, Value } from './syntax';
import { TokenKind } from './token';

/** Where a value stands: that decides how far a bad one reaches. */
export type Place = 'pair' | 'array' | 'inline-table';

const stringStyles: Readonly<Partial<Record<TokenKind, QuoteStyle>>> = {
  [TokenKind.basicString]: 'basic',
  [TokenKind.literalString]: 'literal',
  [TokenKind.multilineBasicString]: 'multiline-basic',
  [TokenKind.multilineLiteralString]: 'multiline-literal',
};

const openingQuotes = '“”„‟«»‘’‚‛＂＇`';

/** After this many inline tables that run over several lines and do not end, none is tried over several lines again. */
const MAXIMUM_FAILED_ATTEMPTS = 20;

export function parseValue(state: ParserState, place: Place): Value {
  const { lexer } = state;
  const { start, kind } = lexer;
  const style = stringStyles[kind];
  if (style) {
    if (!lexer.terminated && style.startsWith('multiline')) endAtNextHeader(state);
    const value = decodeString(state, style);
    const { end } = lexer;
    state.valueToken();
    return { type: 'string', style, value, start, end };
  }
  if (kind === TokenKind.scalar) return parseScalar(state, place);
  if (kind === TokenKind.leftBracket || kind === TokenKind.leftBrace) {
    if (/^\{[{%]/.test(state.slice(start, start + 2))) return takeBadValue(state, place);
    if (state.depth >= MAXIMUM_DEPTH) return takeBadValue(state, place);
    state.depth++;
    const value = kind === TokenKind.leftBracket ? parseArray(state) : parseInlineTable(state);
    state.depth--;
    return value;
  }
  return takeBadValue(state, place);
}

/** A multi-line string without an end would swallow the rest of the file; it is cut before the next line that is a header. */
function endAtNextHeader(state: ParserState): void {
  const { lexer, text } = state;
  for (let at = text.indexOf('\n', lexer.start); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (!looksLikeHeader(state, at + 1)) continue;
    const { kind } = lexer;
    lexer.takeInvalid(at);
    lexer.kind = kind;
    return;
  }
}

function parseScalar(state: ParserState, place: Place): Value {
  const { lexer } = state;
  const { start } = lexer;
  let { end } = lexer;
  // A date and a time may be separated by one space.
  if (/^\d{4}-\d\d-\d\d$/.test(state.slice(start, end)) && /^ \d\d:\d\d/.test(state.slice(end, end + 6))) {
    lexer.nextValue();
    lexer.nextValue();
    end = lexer.end;
  }
  const before = state.problems.length;
  const followed = isGlued(state, end);
  const value = followed ? undefined : readScalar(state, start, end);
  if (value) {
    state.valueToken();
    return value;
  }
  state.problems.length = before;
  return takeBadValue(state, place, start);
}

/** Whether more of the same word follows: `15m` is one token, `/etc/x` and `a$b` are not. */
function isGlued(state: ParserState, end: number): boolean {
  const next = state.text.charAt(end);
  return next !== '' && !/[\s,\]}#]/.test(next);
}

/** Takes what cannot be a value as one invalid value with one problem, up to where the value must end. */
function takeBadValue(state: ParserState, place: Place, start = state.lexer.start): Value {
  const { lexer, text } = state;
  const first = text.charAt(start);
  const end = badValueEnd(state, place, start);
  if (end <= start) return { type: 'invalid', start, end: start };
  lexer.start = Math.min(lexer.start, start);
  if (lexer.end < end) lexer.takeInvalid(end);
  const content = text.slice(start, end);
  if (openingQuotes.includes(first)) state.report('smart-quotes', start, end);
  else if (/^(?:\{[{%]|<%|[%$]\{)/.test(content)) state.report('template-text', start, end);
  else if (/^(?:\.{2,}|…|\(\.\.\.\))$/.test(content)) state.report('elided-lines', start, end);
  else if (/^(?:[\p{L}\p{N}_$/~<.@*:%+-]|\\)/u.test(content))
    state.report('bare-word', start, end, content.replace(/^"|"$/g, ''));
  else state.report('unexpected-character', start, end, content);
  state.valueToken();
  return { type: 'invalid', start, end };
}

function badValueEnd(state: ParserState, place: Place, start: number): number {
  const end = state.contentEnd(start);
  if (place === 'pair') return end;
  const content = state.slice(start, end);
  const stop = content.search(place === 'array' ? /[,\]]|\s#/ : /[,}]|\s#/);
  let stopped = stop < 0 ? end : start + stop;
  while (stopped > start && /\s/.test(state.text.charAt(stopped - 1))) stopped--;
  return stopped;
}

/** Skips line breaks and comments inside brackets. Returns whether there was a line break. */
function skipLines(state: ParserState, key: boolean): boolean {
  const { lexer } = state;
  let lines = false;
  while (lexer.kind === TokenKind.newline || lexer.kind === TokenKind.comment) {
    if (lexer.kind === TokenKind.comment) state.takeComment();
    else {
      state.takeNewline();
      lines = true;
      // Leave the line to its own statement when it cannot belong to the brackets.
      if (looksLikeHeader(state, lexer.end) || (!key && looksLikePair(state, lexer.end))) return true;
    }
    if (key) state.keyToken();
    else state.valueToken();
  }
  return lines;
}

function parseArray(state: ParserState): ArrayValue {
  const { lexer } = state;
  const { start } = lexer;
  const items: Value[] = [];
  let end = lexer.end;
  let commaNeeded = false;
  state.valueToken();
  for (;;) {
    skipLines(state, false);
    const { kind } = lexer;
    if (kind === TokenKind.rightBracket) {
      end = lexer.end;
      state.valueToken();
      return { type: 'array', items, closed: true, start, end };
    }
    if (kind === TokenKind.endOfFile || kind === TokenKind.newline) break;
    if (kind === TokenKind.comma || isFullWidthComma(state)) {
      if (kind !== TokenKind.comma) state.report('unexpected-character', lexer.start, lexer.end, '，');
      else if (!commaNeeded) state.report('unexpected-comma', lexer.start, lexer.end);
      commaNeeded = false;
      end = lexer.end;
      state.valueToken();
      continue;
    }
    if (kind === TokenKind.equals || kind === TokenKind.rightBrace) {
      state.report('unexpected-character', lexer.start, lexer.end, state.slice(lexer.start, lexer.end));
      state.valueToken();
      continue;
    }
    const before = lexer.start;
    const item = parseValue(state, 'array');
    if (commaNeeded) state.report('missing-comma', item.start, item.end);
    if (lexer.start === before) state.valueToken();
    items.push(item);
    end = item.end;
    commaNeeded = true;
  }
  state.report('unclosed-array', start, start + 1);
  return { type: 'array', items, closed: false, start, end };
}

function isFullWidthComma(state: ParserState): boolean {
  return state.lexer.kind === TokenKind.invalid && /^[，、]$/.test(state.slice(state.lexer.start, state.lexer.end));
}

/**
 * TOML 1.1 lets an inline table run over several lines. One that is not closed must not swallow the pairs below it, so
 * a table is first read over several lines; when that fails, it is read again and ends with its line.
 */
function parseInlineTable(state: ParserState): InlineTableValue {
  if (state.failedAttempts < MAXIMUM_FAILED_ATTEMPTS) {
    const mark = state.mark();
    const { depth } = state;
    const table = readInlineTable(state, true);
    if (table) return table;
    state.failedAttempts++;
    state.depth = depth;
    state.rewind(mark);
  }
  return readInlineTable(state, false) as InlineTableValue;
}

function readInlineTable(state: ParserState, multiline: boolean): InlineTableValue | undefined {
  const { lexer } = state;
  const { start } = lexer;
  const pairs: KeyValue[] = [];
  let end = lexer.end;
  let commaNeeded = false;
  let lastComma = -1;
  state.keyToken();
  for (;;) {
    const lineBreak = lexer.start;
    // After a value without a comma the next key was read as a value.
    if (lexer.kind === TokenKind.scalar) lexer.againAsKey();
    if (multiline && skipLines(state, true)) {
      state.newerConstructs.push({ construct: 'inline-newline', start: lineBreak, end: lineBreak + 1 });
    }
    const { kind } = lexer;
    if (kind === TokenKind.rightBrace) {
      end = lexer.end;
      if (lastComma >= 0) {
        state.newerConstructs.push({ construct: 'inline-trailing-comma', start: lastComma, end: lastComma + 1 });
      }
      state.valueToken();
      return { type: 'inline-table', pairs, closed: true, start, end };
    }
    if (kind === TokenKind.endOfFile || kind === TokenKind.newline || kind === TokenKind.comment) {
      if (multiline) return undefined;
      break;
    }
    if (kind === TokenKind.comma) {
      if (!commaNeeded) state.report('unexpected-comma', lexer.start, lexer.end);
      lastComma = lexer.start;
      commaNeeded = false;
      end = lexer.end;
      state.keyToken();
      continue;
    }
    if (
      kind === TokenKind.equals ||
      kind === TokenKind.leftBracket ||
      kind === TokenKind.rightBracket ||
      kind === TokenKind.leftBrace
    ) {
      state.report('unexpected-character', lexer.start, lexer.end, state.slice(lexer.start, lexer.end));
      lexer.nextValue();
      if (lexer.kind === TokenKind.whitespace) state.keyToken();
      continue;
    }
    if (commaNeeded) {
      if (multiline && state.slice(end, lexer.start).includes('\n') && !closesLater(state, lexer.start))
        return undefined;
    }
    const before = lexer.start;
    const pair = parsePair(state, 'inline-table');
    if (commaNeeded) state.report('missing-comma', pair.key.start, pair.key.end);
    if (lexer.start === before) state.keyToken();
    if (multiline && pair.value.end === pair.value.start && !closesLater(state, pair.end)) return undefined;
    pairs.push(pair);
    end = pair.end;
    commaNeeded = true;
    lastComma = -1;
  }
  state.report('unclosed-inline-table', start, start + 1);
  return { type: 'inline-table', pairs, closed: false, start, end };
}

/** Parses `key = value` from the key on; the token after the value is current afterwards. */
export function parsePair(state: ParserState, place: 'pair' | 'inline-table'): KeyValue {
  const { lexer } = state;
  const key = parseKey(state, false);
  const name = state.slice(key.start, key.end);
  let equals = -1;
  if (lexer.kind === TokenKind.equals) equals = lexer.start;
  else if (lexer.kind === TokenKind.colon) {
    equals = lexer.start;
    state.report('colon-for-equals', lexer.start, lexer.end);
  } else if (lexer.kind === TokenKind.invalid && '＝：'.includes(state.text.charAt(lexer.start))) {
    equals = lexer.start;
    lexer.takeInvalid(lexer.start + 1);
    state.report('unexpected-character', lexer.start, lexer.end, state.text.charAt(lexer.start));
  }
  if (equals < 0) return pairWithoutEquals(state, key, name, place);
  const afterEquals = lexer.end;
  state.valueToken();
  if (isEndOfValue(lexer.kind, place)) {
    const inUnfinished =
      place === 'inline-table' && (lexer.kind === TokenKind.newline || lexer.kind === TokenKind.endOfFile);
    if (!inUnfinished) state.report('missing-value', equals, afterEquals, name);
    return { type: 'pair', key, equals, value: emptyValue(afterEquals), start: key.start, end: afterEquals };
  }
  const value = parseValue(state, place);
  return { type: 'pair', key, equals, value, start: key.start, end: Math.max(value.end, afterEquals) };
}

function pairWithoutEquals(state: ParserState, key: KeyValue['key'], name: string, place: Place): KeyValue {
  const { lexer } = state;
  // A missing name was reported already; a key cut off by the end of an unfinished inline table is reported by that.
  const named = key.segments.every((segment) => segment.end > segment.start) && !/^["'](?:[^"']*)$/.test(name);
  const end = place === 'pair' ? Math.max(key.end, state.contentEnd(key.end)) : key.end;
  if (named) state.report('missing-equals', key.start, key.end, name);
  if (end > key.end && lexer.kind !== TokenKind.newline && lexer.kind !== TokenKind.endOfFile) {
    lexer.takeInvalid(Math.max(lexer.end, end));
    state.valueToken();
  }
  return { type: 'pair', key, equals: -1, value: emptyValue(key.end), start: key.start, end: key.end };
}

function emptyValue(at: number): Value {
  return { type: 'invalid', start: at, end: at };
}

function isEndOfValue(kind: TokenKind, place: Place): boolean {
  if (kind === TokenKind.newline || kind === TokenKind.endOfFile || kind === TokenKind.comment) return true;
  return place === 'inline-table' && (kind === TokenKind.comma || kind === TokenKind.rightBrace);
}

/** Parses values. The current token is the first of the value; afterwards it is the token after it, white space skipped. */
import { message } from '../text/message';
import { bareFields, takeBadValue } from './bad-value';
import { parseArray } from './parse-array';
import { parseInlineTable } from './parse-inline-table';
import { MAXIMUM_DEPTH, type ParserState } from './parser-state';
import { looksLikeHeader } from './recovery';
import { readScalar } from './scalars';
import { endOnLaterLine } from './string-over-lines';
import { decodeString } from './strings';
import type { QuoteStyle, Value } from './syntax';
import { TokenKind } from './token';

/** Where a value stands: that decides how far a bad one reaches. */
export type Place = 'pair' | 'array' | 'inline-table';

/** Reads a value of any type. */
export function parseValue(state: ParserState, place: Place): Value {
  const { lexer } = state;
  switch (lexer.kind) {
    case TokenKind.basicString:
      return parseString(state, place, 'basic');
    case TokenKind.literalString:
      return parseString(state, place, 'literal');
    case TokenKind.multilineBasicString:
      return parseMultilineString(state, 'multiline-basic');
    case TokenKind.multilineLiteralString:
      return parseMultilineString(state, 'multiline-literal');
    case TokenKind.scalar:
      return parseScalar(state, place);
    case TokenKind.leftBracket:
      if (state.depth >= MAXIMUM_DEPTH) return takeBadValue(state, place);
      return nested(state, parseArray);
    case TokenKind.leftBrace: {
      const next = state.text.charAt(lexer.start + 1);
      if (state.depth >= MAXIMUM_DEPTH || next === '{' || next === '%') return takeBadValue(state, place);
      return nested(state, parseInlineTable);
    }
    default:
      if (state.takesWide('[', TokenKind.leftBracket) || state.takesWide('{', TokenKind.leftBrace))
        return parseValue(state, place);
      return takeBadValue(state, place);
  }
}

function nested(state: ParserState, parse: (state: ParserState) => Value): Value {
  state.depth++;
  const value = parse(state);
  state.depth--;
  return value;
}

function parseString(state: ParserState, place: Place, style: QuoteStyle): Value {
  const { lexer } = state;
  const { start } = lexer;
  const closed = lexer.terminated || place !== 'pair' ? undefined : endOnLaterLine(state, start);
  if (closed !== undefined) {
    lexer.takeInvalid(closed);
    state.reportAs('unterminated-string', start, closed, message('unterminated-string.lines'));
    state.valueToken();
    return { type: 'invalid', start, end: closed };
  }
  if (!lexer.terminated && place !== 'pair') leaveClosers(state, place);
  const value = decodeString(state, style);
  const { end } = lexer;
  state.valueToken();
  return { type: 'string', style, value, start, end };
}

/** A string without its closing quote takes the rest of the line; the brackets and the comma at its end were not meant. */
function leaveClosers(state: ParserState, place: Place): void {
  const { lexer, text } = state;
  const closer = place === 'array' ? ']' : '}';
  let end = state.contentEnd(lexer.start + 1);
  let cut = lexer.end;
  for (; end > lexer.start + 1; end--) {
    const character = text.charAt(end - 1);
    if (character === closer || character === ',') cut = end - 1;
    else if (!' \t]}'.includes(character)) break;
  }
  if (cut === lexer.end) return;
  while (cut > lexer.start + 1 && ' \t'.includes(text.charAt(cut - 1))) cut--;
  lexer.retake(lexer.kind, cut);
}

function parseMultilineString(state: ParserState, style: QuoteStyle): Value {
  const { lexer } = state;
  if (!lexer.terminated) endAtNextHeader(state);
  const { start } = lexer;
  const value = decodeString(state, style);
  const { end } = lexer;
  state.valueToken();
  return { type: 'string', style, value, start, end };
}

/** A multi-line string without an end would swallow the rest of the file; it is cut before the next line that is a header. */
function endAtNextHeader(state: ParserState): void {
  const { lexer, text } = state;
  for (let at = text.indexOf('\n', lexer.start); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (!looksLikeHeader(text, at + 1)) continue;
    lexer.retake(lexer.kind, at);
    return;
  }
}

function parseScalar(state: ParserState, place: Place): Value {
  const { lexer } = state;
  const { start } = lexer;
  if (place === 'array' && bareFields(state, start) !== undefined) return takeBadValue(state, place, start);
  let { end } = lexer;
  if (end - start === 10 && isDateBeforeTime(state, start)) {
    lexer.nextValue();
    lexer.nextValue();
    end = lexer.end;
  }
  const value = isGlued(state, end) ? undefined : readScalar(state, start, end);
  if (!value) return takeBadValue(state, place, start);
  state.valueToken();
  return value;
}

/** A date and a time may be separated by one space. */
function isDateBeforeTime(state: ParserState, start: number): boolean {
  return /^\d{4}-\d\d-\d\d \d\d:\d\d/.test(state.slice(start, start + 16));
}

/** Whether more of the same word follows: `15m` is one token, `/etc/x` and `a$b` are not. */
function isGlued(state: ParserState, end: number): boolean {
  const code = state.text.charCodeAt(end);
  // White space, `,`, `]`, `}`, `#`, or the end of the text, whose code is no number.
  if (!(code > 0x20) || code === 0x2c || code === 0x5d || code === 0x7d || code === 0x23) return false;
  if (code === 0x3b) return !/^;?\s*$/.test(state.slice(end, state.contentEnd(end)));
  return code < 0x80 || !/[\s\u200b-\u200d\u2060，、；＃］】｝]/.test(state.text.charAt(end));
}

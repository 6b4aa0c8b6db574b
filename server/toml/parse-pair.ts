/** Parses `key = value`. */
import { message } from '../text/message';
import { plainPunctuation } from './characters';
import { missingEquals, shortened } from './messages';
import { parseKey, takeWords } from './parse-key';
import { parseValue } from './parse-value';
import type { ParserState } from './parser-state';
import { tagLength } from './struct-tag';
import type { Key, KeyValue, Value } from './syntax';
import { TokenKind } from './token';

type PairPlace = 'pair' | 'inline-table';

/** Parses `key = value` from the key on; the token after the value is current afterwards. */
export function parsePair(state: ParserState, place: PairPlace): KeyValue {
  const { lexer } = state;
  let key = parseKey(state, false);
  let equals = takeEquals(state);
  if (equals < 0 && place === 'pair') {
    const whole = takeTag(state, key) ?? takeKeyOfWords(state, key);
    if (whole) {
      key = whole;
      equals = takeEquals(state);
    }
  }
  if (equals < 0) return pairWithoutEquals(state, key, place);
  const afterEquals = lexer.end;
  state.valueToken();
  if (isMoreOfEquals(state, afterEquals)) {
    const mark = lexer.kind === TokenKind.equals ? '=' : '=>';
    state.reportUnexpected(lexer.start, lexer.end, mark);
    state.valueToken();
  }
  if (isEndOfValue(lexer.kind, place)) {
    const inUnfinished =
      place === 'inline-table' && (lexer.kind === TokenKind.newline || lexer.kind === TokenKind.endOfFile);
    if (!inUnfinished) reportMissingValue(state, key, equals, afterEquals);
    return { type: 'pair', key, equals, value: emptyValue(afterEquals), start: key.start, end: afterEquals };
  }
  const value = parseValue(state, place);
  return { type: 'pair', key, equals, value, start: key.start, end: Math.max(value.end, afterEquals) };
}

/** Reports that nothing follows the `=` between two offsets. */
export function reportMissingValue(state: ParserState, key: Key, equals: number, afterEquals: number): void {
  const name = shortened(state.slice(key.start, key.end));
  state.reportAs('missing-value', equals, afterEquals, message('missing-value', { name }));
}

/** The offset of the current `=`, or of what stands in its place and is reported; -1 if there is none. */
function takeEquals(state: ParserState): number {
  const { lexer, text } = state;
  const { kind, start } = lexer;
  if (kind === TokenKind.equals) return start;
  if (kind === TokenKind.colon) {
    // `:=` assigns in other languages.
    if (text.charCodeAt(start + 1) === 0x3d) lexer.takeInvalid(start + 2);
    const said = message('colon-for-equals', { text: state.slice(start, lexer.end) });
    state.reportAs('colon-for-equals', start, lexer.end, said);
    return start;
  }
  if (kind === TokenKind.invalid && plainPunctuation[text.charAt(start)] === '=') {
    lexer.takeInvalid(start + 1);
    state.reportUnexpected(start, start + 1);
    return start;
  }
  return -1;
}

/** `==`, `= =`, `=>`. */
function isMoreOfEquals(state: ParserState, afterEquals: number): boolean {
  const { lexer } = state;
  if (lexer.kind === TokenKind.equals) return true;
  return lexer.kind === TokenKind.invalid && lexer.start === afterEquals && state.slice(lexer.start, lexer.end) === '>';
}

/** `limit,omitempty = 1`: what stands behind the comma is no part of the name, and the value is sound. */
function takeTag(state: ParserState, key: Key): Key | undefined {
  const { lexer, text } = state;
  const last = key.segments.at(-1);
  if (lexer.kind !== TokenKind.comma || lexer.start !== key.end || !last) return undefined;
  const end = key.end + tagLength(text.slice(key.end, key.end + LONGEST_TAG));
  if (end === key.end || !/^[ \t]*=/.test(text.slice(end, end + LONGEST_TAG))) return undefined;
  lexer.takeInvalid(end);
  state.reportBadKey(last.start, end, state.slice(last.start, end));
  state.keyToken();
  return { segments: [...key.segments.slice(0, -1), { ...last, end }], start: key.start, end };
}

/** Characters that are looked through for a tag, and for the equals sign behind it. */
const LONGEST_TAG = 100;

/** `helper image = "x"`: a key of several words is one mistake, and the value after it is sound. */
function takeKeyOfWords(state: ParserState, key: Key): Key | undefined {
  return key.segments.every(({ style }) => style === 'bare') ? takeWords(state, key, '=') : undefined;
}

function pairWithoutEquals(state: ParserState, key: Key, place: PairPlace): KeyValue {
  const { lexer } = state;
  const end = place === 'pair' ? Math.max(key.end, state.contentEnd(key.end)) : key.end;
  if (isOwnCause(state, key)) {
    const rest = place === 'pair' ? state.slice(key.end, Math.min(end, key.end + 3)).trim() : '';
    if (rest === ']' || rest === ']]') {
      const said = message('unclosed-header.start', { bracket: rest === ']' ? '[' : '[[' });
      state.reportAs('unclosed-header', key.start, end, said);
    } else state.reportAs('missing-equals', key.start, key.end, missingEquals(state.slice(key.start, key.end)));
  }
  if (end > key.end && lexer.kind !== TokenKind.newline && lexer.kind !== TokenKind.endOfFile) {
    lexer.takeInvalid(Math.max(lexer.end, end));
    state.valueToken();
  }
  return { type: 'pair', key, equals: -1, value: emptyValue(key.end), start: key.start, end: key.end };
}

/** Whether a missing `=` is the first thing wrong: a key that is reported itself, or a value on the line below its `=`, is not. */
function isOwnCause(state: ParserState, key: Key): boolean {
  if (key.segments.some((segment) => segment.end === segment.start)) return false;
  const last = state.problems[state.problems.length - 1];
  if (!last) return true;
  if (last.start >= key.start) return false;
  const quoted = key.segments.length === 1 && key.segments[0]?.style !== 'bare';
  return !(
    quoted &&
    last.code === 'missing-value' &&
    /^[^\S\n]*\r?\n\s*$/.test(state.slice(last.end, Math.min(key.start, last.end + 200)))
  );
}

function emptyValue(at: number): Value {
  return { type: 'invalid', start: at, end: at };
}

function isEndOfValue(kind: TokenKind, place: PairPlace): boolean {
  if (kind === TokenKind.newline || kind === TokenKind.endOfFile || kind === TokenKind.comment) return true;
  return place === 'inline-table' && (kind === TokenKind.comma || kind === TokenKind.rightBrace);
}

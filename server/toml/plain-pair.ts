/** Recognises the pairs that need no parser: a bare key, `=`, a string, number, boolean or list of strings without anything special, and the line's end. */
import type { Lexer } from './lexer';
import { PairKind, type PairList } from './pair-list';
import { plainStringEnd, plainStringsEnd, skipSpace } from './plain-strings';
import { TokenKind } from './token';

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const HASH = 0x23;
const APOSTROPHE = 0x27;
const EQUALS = 0x3d;
const LEFT_BRACKET = 0x5b;
/** More digits may be more than a number holds exactly. */
const MOST_DIGITS = 15;

/**
 * Takes the pair that starts at the current token, a bare key, and leaves its last token current. Takes nothing and
 * changes nothing where the line is anything else; the parser then gives the same tree or says what is wrong.
 */
export function takePlainPair(lexer: Lexer, list: PairList): boolean {
  const { text, start, end } = lexer;
  const equals = skipSpace(text, end);
  if (text.charCodeAt(equals) !== EQUALS) return false;
  const valueStart = skipSpace(text, equals + 1);
  const kind = kindAt(text, valueStart);
  if (kind === PairKind.whole) return false;
  const valueEnd = valueEndOf(kind, text, valueStart);
  if (valueEnd < 0 || !endsLine(text, valueEnd)) return false;
  list.pushPlain(kind, start, end, equals, valueStart, valueEnd);
  const { tokens } = lexer;
  if (equals > end) tokens.push(TokenKind.whitespace, equals);
  tokens.push(TokenKind.equals, equals + 1);
  if (valueStart > equals + 1) tokens.push(TokenKind.whitespace, valueStart);
  if (kind === PairKind.strings) {
    plainStringsEnd(text, valueStart, (token, from, to) => lexer.skipTo(token, from, to));
  } else lexer.skipTo(tokenOf(kind), valueStart, valueEnd);
  return true;
}

function kindAt(text: string, at: number): PairKind {
  const code = text.charCodeAt(at);
  if (code === QUOTE) return PairKind.basicString;
  if (code === APOSTROPHE) return PairKind.literalString;
  if (code === LEFT_BRACKET) return PairKind.strings;
  if (code === 0x74) return text.startsWith('true', at) ? PairKind.true : PairKind.whole;
  if (code === 0x66) return text.startsWith('false', at) ? PairKind.false : PairKind.whole;
  return code >= 0x30 && code <= 0x39 ? PairKind.integer : PairKind.whole;
}

function tokenOf(kind: PairKind): TokenKind {
  if (kind === PairKind.basicString) return TokenKind.basicString;
  return kind === PairKind.literalString ? TokenKind.literalString : TokenKind.scalar;
}

/** The end of the value, or -1 where it needs a closer look. */
function valueEndOf(kind: PairKind, text: string, start: number): number {
  if (kind === PairKind.true) return start + 4;
  if (kind === PairKind.false) return start + 5;
  if (kind === PairKind.strings) return plainStringsEnd(text, start);
  return kind === PairKind.integer ? digitsEnd(text, start) : plainStringEnd(text, start);
}

function digitsEnd(text: string, start: number): number {
  let at = start + 1;
  while (text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39) at++;
  if (at - start > MOST_DIGITS) return -1;
  return at > start + 1 && text.charCodeAt(start) === 0x30 ? -1 : at;
}

/** Whether nothing but white space and a comment follows on the line. */
function endsLine(text: string, from: number): boolean {
  const at = skipSpace(text, from);
  const code = text.charCodeAt(at);
  return code === LF || code === HASH || at >= text.length || (code === CR && text.charCodeAt(at + 1) === LF);
}

/** Reads arrays of simple strings on one line: `["a", 'b']`. */
import { TokenKind } from './token';

const TAB = 0x09;
const SPACE = 0x20;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const RIGHT_BRACKET = 0x5d;

/** The end of the white space at an offset. */
export function skipSpace(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === SPACE || code === TAB; code = text.charCodeAt(at)) at++;
  return at;
}

/**
 * The end of the string whose quote is at `start`; -1 where it holds an escape or a control character, does not end on
 * its line, or has three quotes.
 */
export function plainStringEnd(text: string, start: number): number {
  const quote = text.charCodeAt(start);
  for (let at = start + 1; ; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at === start + 1 && text.charCodeAt(at + 1) === quote ? -1 : at + 1;
    // The code beyond the end of the text is no number and fails the comparison too.
    if (!(code >= SPACE || code === TAB) || code === 0x7f || code === BACKSLASH) return -1;
  }
}

/** Tells of each token of the array, the brackets too, in their order. */
type Tell = (kind: TokenKind, start: number, end: number) => void;

/** The end of the array whose bracket is at `start`; -1 where it is anything but simple strings with a comma between them. */
export function plainStringsEnd(text: string, start: number, tell?: Tell): number {
  tell?.(TokenKind.leftBracket, start, start + 1);
  let at = space(text, start + 1, tell);
  for (let first = true; text.charCodeAt(at) !== RIGHT_BRACKET; first = false) {
    if (!first) {
      if (text.charCodeAt(at) !== COMMA) return -1;
      tell?.(TokenKind.comma, at, at + 1);
      at = space(text, at + 1, tell);
    }
    const code = text.charCodeAt(at);
    const end = code === QUOTE || code === APOSTROPHE ? plainStringEnd(text, at) : -1;
    if (end < 0) return -1;
    tell?.(code === QUOTE ? TokenKind.basicString : TokenKind.literalString, at, end);
    at = space(text, end, tell);
  }
  tell?.(TokenKind.rightBracket, at, at + 1);
  return at + 1;
}

function space(text: string, from: number, tell: Tell | undefined): number {
  const end = skipSpace(text, from);
  if (end > from) tell?.(TokenKind.whitespace, from, end);
  return end;
}

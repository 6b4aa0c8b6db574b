/** Parses bare, quoted and dotted keys, of pairs and of headers. */
import { plainPunctuation, typographicQuotes } from './characters';
import type { ParserState } from './parser-state';
import { decodeString } from './strings';
import { withoutTag } from './struct-tag';
import type { Key, KeySegment, QuoteStyle } from './syntax';
import { TokenKind } from './token';

const quoteStyles: readonly (QuoteStyle | undefined)[] = Object.values(TokenKind).map((kind) => {
  if (kind === TokenKind.basicString) return 'basic';
  if (kind === TokenKind.literalString) return 'literal';
  if (kind === TokenKind.multilineBasicString) return 'multiline-basic';
  if (kind === TokenKind.multilineLiteralString) return 'multiline-literal';
  return undefined;
});

/**
 * Parses a key from the current token on and leaves the token after it current, white space skipped.
 * A part that is missing (`a..b`, `.a`, a trailing dot) becomes a segment with an empty span. In a header a missing
 * last part is not reported here: the header itself is.
 */
export function parseKey(state: ParserState, inHeader: boolean): Key {
  const first = parsePart(state, inHeader, -1);
  if (!takesDot(state)) return { segments: [first], start: first.start, end: first.end };
  const segments = [first];
  let last = first;
  do {
    const dot = state.lexer.start;
    state.keyToken();
    last = parsePart(state, inHeader, dot);
    segments.push(last);
  } while (takesDot(state));
  // A copy takes the room of its elements only; the list that grew has room to spare.
  return { segments: segments.slice(), start: first.start, end: last.end };
}

function takesDot(state: ParserState): boolean {
  return state.lexer.kind === TokenKind.dot || state.takesWide('.', TokenKind.dot);
}

/** One part of a key, empty where it is missing; `dot` is the place of the dot before it, -1 at the start. */
function parsePart(state: ParserState, inHeader: boolean, dot: number): KeySegment {
  const segment = parseSegment(state, inHeader);
  if (segment) return segment;
  const { start } = state.lexer;
  const more = takesDot(state);
  if (more || !inHeader) {
    const at = more || dot < 0 ? start : dot;
    state.report('missing-key-name', at, at + 1);
  }
  return { name: '', style: 'bare', start, end: start };
}

function parseSegment(state: ParserState, inHeader: boolean): KeySegment | undefined {
  const { lexer } = state;
  const { start } = lexer;
  const style = quoteStyles[lexer.kind];
  if (style) {
    const name = decodeString(state, style);
    const { end } = lexer;
    if (style === 'multiline-basic' || style === 'multiline-literal')
      state.reportBadKey(start, end, state.slice(start, start + 3));
    state.keyToken();
    return { name, style, start, end };
  }
  if (!isBarePart(state, inHeader)) return undefined;
  let { end } = lexer;
  let bad = false;
  // Bare-key characters and whatever else touches them are one segment: `k8s/app` is one mistake, not three.
  do {
    bad ||= lexer.kind !== TokenKind.bareKey;
    end = lexer.end;
    lexer.nextKey();
  } while (isBarePart(state, inHeader));
  if (!bad) {
    if (lexer.kind === TokenKind.whitespace) state.keyToken();
    else if (lexer.kind === TokenKind.invisible) state.skipInvisible();
    return { name: state.names.at(start, end), style: 'bare', start, end };
  }
  const name = state.slice(start, end);
  const quoted = typographicQuotes.includes(name.charAt(0)) && name.charAt(0) !== '`';
  if (quoted) state.report('smart-quotes', start, end);
  else state.reportBadKey(start, end, name);
  if (lexer.kind === TokenKind.whitespace) state.keyToken();
  else if (lexer.kind === TokenKind.invisible) state.skipInvisible();
  return { name: quoted ? name.slice(1, -1) : withoutTag(name), style: 'bare', start, end };
}

function isBarePart(state: ParserState, inHeader: boolean): boolean {
  const { kind, start } = state.lexer;
  if (kind === TokenKind.bareKey) return true;
  // A full-width equals sign or bracket stands for a plain one; who expects that reports it.
  if (kind === TokenKind.invalid) return plainPunctuation[state.text.charAt(start)] === undefined;
  return inHeader && (kind === TokenKind.comma || kind === TokenKind.colon);
}

/** The words from a key up to a character, in one line, as one key that is wrong; undefined where something else stands between. */
export function takeWords(state: ParserState, { start }: Key, closing: '=' | ']'): Key | undefined {
  const { lexer, text } = state;
  if (lexer.kind !== TokenKind.bareKey) return undefined;
  let end = lexer.end;
  while (/[\w .\t-]/.test(text.charAt(end))) end++;
  if (text.charAt(end) !== closing) return undefined;
  while (/[ \t]/.test(text.charAt(end - 1))) end--;
  lexer.takeInvalid(end);
  state.forgetFrom(start);
  state.reportBadKey(start, end);
  state.keyToken();
  const segment: KeySegment = { name: state.slice(start, end), style: 'bare', start, end };
  return { segments: [segment], start, end };
}

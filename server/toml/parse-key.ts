/** Parses bare, quoted and dotted keys, of pairs and of headers. */
import type { ParserState } from './parser-state';
import { decodeString } from './strings';
import type { Key, KeySegment, QuoteStyle } from './syntax';
import { TokenKind } from './token';

const quoteStyles: Readonly<Partial<Record<TokenKind, QuoteStyle>>> = {
  [TokenKind.basicString]: 'basic',
  [TokenKind.literalString]: 'literal',
  [TokenKind.multilineBasicString]: 'multiline-basic',
  [TokenKind.multilineLiteralString]: 'multiline-literal',
};

/**
 * Parses a key from the current token on and leaves the token after it current, white space skipped.
 * A part that is missing (`a..b`, `.a`, a trailing dot) becomes a segment with an empty span. In a header a missing
 * last part is not reported here: the header itself is.
 */
export function parseKey(state: ParserState, inHeader: boolean): Key {
  const { lexer } = state;
  const segments: KeySegment[] = [];
  for (;;) {
    const segment = parseSegment(state, inHeader);
    if (segment) segments.push(segment);
    else segments.push({ name: '', style: 'bare', start: lexer.start, end: lexer.start });
    const dot = lexer.start;
    const more = lexer.kind === TokenKind.dot;
    if (!segment && (more || !inHeader)) state.report('missing-key-name', dot, Math.max(dot + 1, lexer.end));
    if (!more) break;
    state.keyToken();
  }
  const first = segments[0] as KeySegment;
  const last = segments[segments.length - 1] as KeySegment;
  return { segments, start: first.start, end: Math.max(last.end, last.start) };
}

function parseSegment(state: ParserState, inHeader: boolean): KeySegment | undefined {
  const { lexer } = state;
  const { start } = lexer;
  const style = quoteStyles[lexer.kind];
  if (style) {
    const name = decodeString(state, style);
    const { end } = lexer;
    if (style.startsWith('multiline')) state.report('bad-key', start, end, state.slice(start, start + 3));
    state.keyToken();
    return { name, style, start, end };
  }
  if (!isBarePart(state, inHeader)) return undefined;
  let { end } = lexer;
  let bad = false;
  // Bare-key characters and whatever else touches them are one segment: `k8s/app` is one mistake, not three.
  while (isBarePart(state, inHeader) && lexer.start <= end) {
    bad ||= lexer.kind !== TokenKind.bareKey;
    end = lexer.end;
    lexer.nextKey();
  }
  const name = state.slice(start, end);
  if (bad) state.report('bad-key', start, end, name);
  if (lexer.kind === TokenKind.whitespace) state.keyToken();
  return { name, style: 'bare', start, end };
}

function isBarePart(state: ParserState, inHeader: boolean): boolean {
  const { kind, start } = state.lexer;
  if (kind === TokenKind.bareKey) return true;
  // A full-width equals sign stands for `=`; the pair reports it.
  if (kind === TokenKind.invalid) return !'＝：'.includes(state.text.charAt(start));
  return inHeader && (kind === TokenKind.comma || kind === TokenKind.colon);
}

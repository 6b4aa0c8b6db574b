/** Parses a whole document into sections of pairs. Never throws; every line that makes sense becomes part of the tree. */
import { parseKey } from './parse-key';
import { parsePair } from './parse-value';
import { ParserState } from './parser-state';
import { foreignLine } from './recovery';
import type { Header, KeyValue, Section, TomlSyntax } from './syntax';
import { TokenKind } from './token';

/** Parses TOML 1.1. Problems are in the order of the text. */
export function parseToml(text: string): TomlSyntax {
  const state = new ParserState(text);
  const sections: Section[] = [];
  let header: Header | undefined;
  let pairs: KeyValue[] = [];
  let sectionStart = 0;
  const finishSection = (end: number) => sections.push({ header, pairs, start: sectionStart, end });
  const conflict = { start: -1 };

  state.keyToken();
  while (state.lexer.kind !== TokenKind.endOfFile) {
    const { kind, start } = state.lexer;
    if (kind === TokenKind.newline) {
      state.takeNewline();
      state.keyToken();
      continue;
    }
    if (kind === TokenKind.comment) {
      state.takeComment();
      state.keyToken();
      continue;
    }
    if (kind === TokenKind.byteOrderMark) {
      state.keyToken();
      continue;
    }
    if (takeForeignLine(state, conflict)) continue;
    if (kind === TokenKind.leftBracket) {
      finishSection(start);
      header = parseHeader(state);
      pairs = [];
      sectionStart = start;
      finishLine(state, 'text-after-header', pairs);
      continue;
    }
    if (startsKey(kind)) {
      parseStatement(state, pairs);
      continue;
    }
    takeStray(state);
  }
  finishSection(text.length);
  return {
    text,
    sections,
    comments: state.comments,
    problems: state.problems.sort((a, b) => a.start - b.start || a.end - b.end),
    newerConstructs: state.newerConstructs,
    ...state.lexer.tokens.finish(),
  };
}

function startsKey(kind: TokenKind): boolean {
  switch (kind) {
    case TokenKind.bareKey:
    case TokenKind.basicString:
    case TokenKind.literalString:
    case TokenKind.multilineBasicString:
    case TokenKind.multilineLiteralString:
    case TokenKind.dot:
    case TokenKind.equals:
    case TokenKind.colon:
    case TokenKind.invalid:
      return true;
    default:
      return false;
  }
}

function parseStatement(state: ParserState, pairs: KeyValue[]): void {
  pairs.push(parsePair(state, 'pair'));
  finishLine(state, 'text-after-value', pairs);
}

/** Reports what follows on the line of a header or a value. `[[runners]] name = "x"` still gives the pair. */
function finishLine(state: ParserState, code: 'text-after-header' | 'text-after-value', pairs: KeyValue[]): void {
  const { lexer } = state;
  const { kind, start } = lexer;
  if (kind === TokenKind.newline || kind === TokenKind.comment || kind === TokenKind.endOfFile) return;
  const end = state.contentEnd(start);
  // An unfinished value has its problem already: what follows it is the same cause.
  const last = state.problems[state.problems.length - 1];
  const sameCause =
    last !== undefined &&
    last.end > last.start &&
    last.end >= start &&
    state.lineEnd(last.start) === state.lineEnd(start);
  if (!sameCause) state.report(code, start, Math.max(end, lexer.end));
  if (code === 'text-after-header' && (kind === TokenKind.bareKey || kind === TokenKind.basicString)) {
    const before = state.problems.length;
    const pair = parsePair(state, 'pair');
    if (pair.equals >= 0) pairs.push(pair);
    if (pair.equals < 0) state.problems.length = before;
    return;
  }
  lexer.takeInvalid(Math.max(end, lexer.end));
  state.keyToken();
}

function parseHeader(state: ParserState): Header {
  const { lexer } = state;
  const { start } = lexer;
  let array = state.text.charAt(start + 1) === '[';
  if (array) lexer.nextKey();
  let kind = state.keyToken();
  const spaced = !array && kind === TokenKind.leftBracket;
  if (spaced) {
    state.report('header-spacing', start, lexer.end);
    array = true;
    kind = state.keyToken();
  }
  if (kind === TokenKind.rightBracket) {
    const at = lexer.start;
    const close = takeClosing(state, array, spaced);
    state.report('empty-header', start, close.end);
    return { type: 'header', array, closed: close.closed, key: emptyKey(at), start, end: close.end };
  }
  const key = parseKey(state, true);
  const lastSegment = key.segments[key.segments.length - 1];
  const unfinished = lastSegment !== undefined && lastSegment.end === lastSegment.start;
  const close = takeClosing(state, array, spaced);
  const end = Math.max(close.end, key.end);
  if (!close.closed) {
    state.report('unclosed-header', start, Math.max(end, start + 1), array ? ']]' : ']');
  } else if (unfinished) {
    state.report('missing-key-name', key.end - 1, end);
  }
  return { type: 'header', array, closed: close.closed, key, start, end };
}

function emptyKey(at: number): Header['key'] {
  return { segments: [{ name: '', style: 'bare', start: at, end: at }], start: at, end: at };
}

function takeClosing(state: ParserState, array: boolean, spaced: boolean): { closed: boolean; end: number } {
  const { lexer } = state;
  if (lexer.kind !== TokenKind.rightBracket) return { closed: false, end: lexer.start };
  let { end } = lexer;
  let closed = true;
  if (array) {
    if (state.text.charAt(end) === ']') {
      lexer.nextKey();
      end = lexer.end;
    } else {
      state.keyToken();
      closed = (lexer.kind as TokenKind) === TokenKind.rightBracket;
      if (closed) {
        if (!spaced) state.report('header-spacing', end - 1, lexer.end);
        end = lexer.end;
      } else return { closed, end };
    }
  }
  state.keyToken();
  return { closed, end };
}

/** A line that is no TOML: elided lines, template actions, conflict markers, other languages' comments, JSON. */
function takeForeignLine(state: ParserState, conflict: { start: number }): boolean {
  const { lexer } = state;
  const code = foreignLine(state, lexer.start);
  if (code === undefined) return false;
  const end = state.contentEnd(lexer.start);
  if (code === 'merge-conflict') {
    const marker = state.text.charAt(lexer.start);
    // The whole conflict is one cause: the markers after the first are only skipped.
    if (marker === '<' || conflict.start < 0) state.report(code, lexer.start, end);
    conflict.start = marker === '>' ? -1 : lexer.start;
  } else state.report(code, lexer.start, end);
  lexer.takeInvalid(Math.max(end, lexer.end));
  state.keyToken();
  return true;
}

/** A line that starts with a bracket or a comma that belongs to nothing. */
function takeStray(state: ParserState): void {
  const { lexer } = state;
  const end = Math.max(state.contentEnd(lexer.start), lexer.end);
  state.report('unexpected-character', lexer.start, end, state.slice(lexer.start, end));
  lexer.takeInvalid(end);
  state.keyToken();
}

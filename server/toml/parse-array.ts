/** Parses arrays, and skips the lines inside brackets. */
import { takeUnbalancedQuotes } from './bad-value';
import { parseValue } from './parse-value';
import type { ParserState } from './parser-state';
import { looksLikeHeader, looksLikePair } from './recovery';
import type { ArrayValue, Value } from './syntax';
import { TokenKind } from './token';

/** Skips line breaks and comments inside brackets. Returns where the first line break was, or -1. */
export function skipLines(state: ParserState, key: boolean): number {
  const { lexer, text } = state;
  let first = -1;
  while (lexer.kind === TokenKind.newline || lexer.kind === TokenKind.comment) {
    if (lexer.kind === TokenKind.comment) state.takeComment();
    else {
      state.takeNewline();
      if (first < 0) first = lexer.start;
      // Leave the line to its own statement when it cannot belong to the brackets.
      if (looksLikeHeader(text, lexer.end) || (!key && looksLikePair(text, lexer.end))) return first;
    }
    if (key) state.keyToken();
    else state.valueToken();
  }
  return first;
}

const noItems: readonly Value[] = [];

/** Reads an array, from its bracket to the one that closes it. */
export function parseArray(state: ParserState): ArrayValue {
  const { lexer } = state;
  const { start } = lexer;
  const problemsBefore = state.problems.length;
  let items: Value[] | undefined;
  let { end } = lexer;
  let commaNeeded = false;
  state.valueToken();
  for (;;) {
    skipLines(state, false);
    if (!state.takesWide(']', TokenKind.rightBracket)) state.takesWide(',', TokenKind.comma);
    const { kind } = lexer;
    if (kind === TokenKind.rightBracket) {
      end = lexer.end;
      state.valueToken();
      return { type: 'array', items: items ? items.slice() : noItems, closed: true, start, end };
    }
    if (kind === TokenKind.endOfFile || kind === TokenKind.newline) break;
    if (kind === TokenKind.comma) {
      if (!commaNeeded) state.report('unexpected-comma', lexer.start, lexer.end);
      commaNeeded = false;
      end = lexer.end;
      state.valueToken();
      continue;
    }
    const last: Value | undefined = items?.[items.length - 1];
    if (commaNeeded && last?.type === 'string' && last.end === lexer.start && isOtherQuotes(state)) {
      end = takeUnbalancedQuotes(state, last.start, ']');
      continue;
    }
    if (kind === TokenKind.equals || kind === TokenKind.rightBrace) {
      state.reportUnexpected(lexer.start, lexer.end);
      state.valueToken();
      continue;
    }
    const before = lexer.start;
    const problems = state.problems.length;
    const item = parseValue(state, 'array');
    // An item that is wrong in itself is the cause; whether a comma is missing too shows when it is right.
    if (commaNeeded && state.problems.length === problems) state.report('missing-comma', item.start, item.end);
    if (lexer.start === before) state.valueToken();
    items ??= [];
    items.push(item);
    end = item.end;
    commaNeeded = !(item.type === 'string' && endsLine(state, problems, item));
  }
  if (!isReported(state, problemsBefore)) state.report('unclosed-array', start, start + 1);
  return { type: 'array', items: items ? items.slice() : noItems, closed: false, start, end };
}

/** Whether brackets inside, or a string that took the closing bracket, were already reported: that is one cause. */
export function isReported(state: ParserState, problemsBefore: number): boolean {
  const { problems } = state;
  const last = problems[problems.length - 1];
  if (!last || problems.length <= problemsBefore) return false;
  return (
    last.code === 'unclosed-array' ||
    last.code === 'unclosed-inline-table' ||
    (last.code === 'unterminated-string' && state.contentEnd(last.start) <= last.end)
  );
}

/** A string without its closing quote took the comma with it. */
function endsLine(state: ParserState, problemsBefore: number, item: Value): boolean {
  const last = state.problems[state.problems.length - 1];
  return (
    state.problems.length > problemsBefore &&
    last?.code === 'unterminated-string' &&
    state.contentEnd(item.start) <= item.end
  );
}

/** Whether what touches a string is rubbish: `"a, "b`. Two strings that touch only lack a comma. */
function isOtherQuotes({ lexer: { kind, terminated } }: ParserState): boolean {
  return !terminated || (kind !== TokenKind.basicString && kind !== TokenKind.literalString);
}

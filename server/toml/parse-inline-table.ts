/** Parses inline tables: on one line as in TOML 1.0, over several as in TOML 1.1. */
import { takeUnbalancedQuotes } from './bad-value';
import { isReported, skipLines } from './parse-array';
import { parsePair, reportMissingValue } from './parse-pair';
import type { ParserState } from './parser-state';
import { closesLater } from './recovery';
import type { InlineTableValue, KeyValue } from './syntax';
import { TokenKind } from './token';

/** After this many inline tables that run over several lines and do not end, none is tried over several lines again. */
const MAXIMUM_FAILED_ATTEMPTS = 20;

/**
 * TOML 1.1 lets an inline table run over several lines. One that is not closed must not swallow the pairs below it, so
 * a table is first read over several lines; when that fails, it is read again and ends with its line.
 */
export function parseInlineTable(state: ParserState): InlineTableValue {
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

function isEmpty({ value }: KeyValue): boolean {
  return value.end === value.start;
}

function readInlineTable(state: ParserState, multiline: boolean): InlineTableValue | undefined {
  const { lexer } = state;
  const { start } = lexer;
  const problemsBefore = state.problems.length;
  const pairs: KeyValue[] = [];
  let { end } = lexer;
  let commaNeeded = false;
  let lastComma = -1;
  state.keyToken();
  for (;;) {
    // After a value without a comma the next key was read as a value.
    if (lexer.kind === TokenKind.scalar) lexer.againAsKey();
    const lineBreak = multiline ? skipLines(state, true) : -1;
    if (lineBreak >= 0) {
      state.newerConstructs.push({ construct: 'inline-newline', start: lineBreak, end: lineBreak + 1 });
    }
    if (!state.takesWide('}', TokenKind.rightBrace)) state.takesWide(',', TokenKind.comma);
    const { kind } = lexer;
    if (kind === TokenKind.rightBrace) {
      end = lexer.end;
      if (lastComma >= 0) {
        state.newerConstructs.push({ construct: 'inline-trailing-comma', start: lastComma, end: lastComma + 1 });
      }
      state.valueToken();
      return { type: 'inline-table', pairs: pairs.slice(), closed: true, start, end };
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
      state.reportUnexpected(lexer.start, lexer.end);
      lexer.nextValue();
      if (lexer.kind === TokenKind.whitespace) state.keyToken();
      continue;
    }
    const last = pairs[pairs.length - 1]?.value;
    if (commaNeeded && last?.type === 'string' && last.end === lexer.start) {
      end = takeUnbalancedQuotes(state, last.start, '}');
      continue;
    }
    if (multiline && commaNeeded && end < lexer.start && state.lineEnd(end) < lexer.start) {
      if (!closesLater(state, lexer.start)) return undefined;
    }
    const before = lexer.start;
    const problems = state.problems.length;
    const pair = parsePair(state, 'inline-table');
    if (commaNeeded && state.problems.length === problems) state.report('missing-comma', pair.key.start, pair.key.end);
    if (lexer.start === before) state.keyToken();
    if (multiline && isEmpty(pair)) {
      if (!closesLater(state, pair.end)) return undefined;
      if (pair.equals >= 0 && state.problems.length === problems)
        reportMissingValue(state, pair.key, pair.equals, pair.end);
    }
    pairs.push(pair);
    end = pair.end;
    commaNeeded = true;
    lastComma = -1;
  }
  if (!isReported(state, problemsBefore)) state.report('unclosed-inline-table', start, start + 1);
  return { type: 'inline-table', pairs: pairs.slice(), closed: false, start, end };
}

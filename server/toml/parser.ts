/** Parses a whole document into sections of pairs. Never throws; every line that makes sense becomes part of the tree. */
import { type Message, message } from '../text/message';
import { ForeignText } from './foreign-text';
import { textAfterValue } from './messages';
import { parseHeader } from './parse-header';
import { parsePair } from './parse-pair';
import { ParserState } from './parser-state';
import { foreignLine, looksLikePair } from './recovery';
import type { Header, KeyValue, Section, TomlSyntax } from './syntax';
import { TokenKind } from './token';

/** Parses TOML 1.1, up to where somebody says that it is not to be read. Problems are in the order of the text. */
export function parseToml(text: string, end = text.length): TomlSyntax {
  const state = new ParserState(text, end);
  const foreign = new ForeignText(state);
  const sections: Section[] = [];
  const pairs: KeyValue[] = [];
  let header: Header | undefined;
  let sectionStart = 0;
  let firstPair = 0;
  const finishSection = (end: number) => {
    sections.push({ header, pairs: pairs.slice(firstPair), start: sectionStart, end });
    sectionStart = end;
    firstPair = pairs.length;
  };

  state.keyToken();
  while (state.lexer.kind !== TokenKind.endOfFile) {
    const { kind, start } = state.lexer;
    if (kind === TokenKind.newline) {
      state.takeNewline();
      state.keyToken();
    } else if (kind === TokenKind.comment || state.takesWide('#', TokenKind.comment)) {
      state.takeComment();
      state.keyToken();
    } else if (kind === TokenKind.byteOrderMark) {
      state.keyToken();
    } else if (foreign.take()) {
      // Skipped and reported.
    } else if (kind === TokenKind.leftBracket || state.takesWide('[', TokenKind.leftBracket)) {
      finishSection(start);
      header = parseHeader(state);
      finishLine(state, 'text-after-header', pairs);
    } else if (startsKey(kind)) {
      pairs.push(parsePair(state, 'pair'));
      finishLine(state, 'text-after-value', pairs);
    } else takeStray(state);
  }
  finishSection(text.length);
  const readTo = state.lexer.finish();
  return {
    text,
    readTo,
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

type LineCode = 'text-after-header' | 'text-after-value';

/** Reports what follows on the line of a header or a value, once. `[[runners]] name = "x"` still gives the pair. */
function finishLine(state: ParserState, code: LineCode, pairs: KeyValue[]): void {
  const { lexer } = state;
  let reported = false;
  for (;;) {
    state.takesWide('#', TokenKind.comment);
    const { kind, start } = lexer;
    if (kind === TokenKind.newline || kind === TokenKind.comment || kind === TokenKind.endOfFile) return;
    const end = Math.max(state.contentEnd(start), lexer.end);
    const pair = looksLikePair(state.text, start);
    if (!reported && !isSameCause(state, start)) reportRest(state, code, start, end, pair);
    reported = true;
    if (!pair) {
      lexer.takeInvalid(end);
      state.keyToken();
      return;
    }
    if (kind === TokenKind.scalar) lexer.againAsKey();
    pairs.push(parsePair(state, 'pair'));
  }
}

/** An unfinished value has its problem already: what follows it on the line is the same cause. */
function isSameCause(state: ParserState, start: number): boolean {
  const last = state.problems[state.problems.length - 1];
  if (last === undefined || last.end === last.start || last.code === 'smart-quotes') return false;
  return last.end >= start && state.lineEnd(last.start) === state.lineEnd(start);
}

function reportRest(state: ParserState, code: LineCode, start: number, end: number, pair: boolean): void {
  const foreign = foreignLine(state.text, start);
  const semicolon = state.text.charAt(start) === ';';
  if (foreign === 'elided-lines' || foreign === 'template-text' || (foreign === 'wrong-comment' && !semicolon))
    state.report(foreign, start, end);
  else
    state.reportAs(
      code,
      start,
      end,
      restMessage(code, pair ? undefined : state.slice(start, Math.min(end, start + 80))),
    );
}

/** What is said of the rest of a line; it is a pair where no text is given. */
function restMessage(code: LineCode, rest: string | undefined): Message {
  if (rest === undefined) return message(`${code}.key`);
  return code === 'text-after-value' ? textAfterValue(rest) : message(code);
}

/** A line that starts with a bracket or a comma that belongs to nothing. */
function takeStray(state: ParserState): void {
  const { lexer } = state;
  const end = Math.max(state.contentEnd(lexer.start), lexer.end);
  state.reportUnexpected(lexer.start, end, state.slice(lexer.start, Math.min(end, lexer.start + 80)));
  lexer.takeInvalid(end);
  state.keyToken();
}

/** Parses table headers. */
import { message } from '../text/message';
import { plainPunctuation } from './characters';
import { isMissing, lastSegment } from './key';
import { parseKey, takeWords } from './parse-key';
import type { ParserState } from './parser-state';
import type { Header, Key } from './syntax';
import { TokenKind } from './token';

/** Parses a header from its first bracket on; the token after it is current afterwards. */
export function parseHeader(state: ParserState): Header {
  const { lexer } = state;
  const { start } = lexer;
  let array = isBracket(state, start + 1, '[');
  if (array) {
    lexer.nextKey();
    state.takesWide('[', TokenKind.leftBracket);
  }
  let kind = state.keyToken();
  const spaced = !array && kind === TokenKind.leftBracket;
  if (spaced) {
    state.report('header-spacing', start, lexer.end);
    array = true;
    kind = state.keyToken();
  }
  if (kind === TokenKind.rightBracket || state.takesWide(']', TokenKind.rightBracket)) {
    const at = lexer.start;
    const close = takeClosing(state, array, spaced);
    state.report('empty-header', start, close.end);
    return { type: 'header', array, closed: close.closed, key: emptyKey(at), start, end: close.end };
  }
  const problems = state.problems.length;
  const parsed = parseKey(state, true);
  // `[runners docker]`: a name with a space in it is the mistake, not the bracket that is there.
  const key = takeWords(state, parsed, ']') ?? parsed;
  const unfinished = isMissing(lastSegment(key));
  let { closed, end } = takeClosing(state, array, spaced);
  end = closed || end > key.end ? end : key.end;
  const opened = !array && closed && lexer.kind === TokenKind.rightBracket && lexer.start === end;
  if (opened) {
    // `[runners]]`: which brackets are meant is open, so nothing is said about its definition.
    closed = false;
    end = lexer.end;
    state.reportAs('unclosed-header', start, end, message('unclosed-header.start', { bracket: '[' }));
    state.keyToken();
  } else if (!closed) {
    const last = state.problems[problems];
    const swallowed = last?.code === 'unterminated-string';
    const said = message('unclosed-header', { bracket: array ? ']]' : ']' });
    if (!swallowed) state.reportAs('unclosed-header', start, Math.max(end, start + 1), said);
  } else if (unfinished) state.report('missing-key-name', key.end - 1, key.end);
  return { type: 'header', array, closed, key, start, end };
}

/** Whether a bracket stands at an offset, plain or full-width. */
function isBracket({ text }: ParserState, at: number, bracket: string): boolean {
  return text.charAt(at) === bracket || plainPunctuation[text.charAt(at)] === bracket;
}

function emptyKey(at: number): Key {
  return { segments: [{ name: '', style: 'bare', start: at, end: at }], start: at, end: at };
}

function takeClosing(state: ParserState, array: boolean, spaced: boolean): { closed: boolean; end: number } {
  const { lexer, text } = state;
  state.takesWide(']', TokenKind.rightBracket);
  if (lexer.kind !== TokenKind.rightBracket) {
    let end = lexer.start;
    while (' \t'.includes(text.charAt(end - 1)) && end > 0) end--;
    return { closed: false, end };
  }
  let { end } = lexer;
  if (array) {
    if (isBracket(state, end, ']')) {
      lexer.nextKey();
      state.takesWide(']', TokenKind.rightBracket);
      end = lexer.end;
    } else {
      state.keyToken();
      // The kind has changed with the token; the type checker does not see that.
      if ((lexer.kind as TokenKind) !== TokenKind.rightBracket) return { closed: false, end };
      if (!spaced) state.report('header-spacing', end - 1, lexer.end);
      end = lexer.end;
    }
  }
  state.keyToken();
  return { closed: true, end };
}

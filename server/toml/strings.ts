/** Decodes the text of string tokens. */
import { message } from '../text/message';
import { shortened } from './messages';
import type { ParserState } from './parser-state';
import type { QuoteStyle } from './syntax';

const simpleEscapes: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  e: '\x1b',
  '"': '"',
  '\\': '\\',
};

const hexLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/**
 * The value of the current string token; reports bad escapes, control characters and a missing closing quote.
 * A multi-line string loses the line break after its opening quotes.
 */
export function decodeString(state: ParserState, style: QuoteStyle): string {
  const { lexer, text } = state;
  const { start, end, terminated, special } = lexer;
  const multiline = style === 'multiline-basic' || style === 'multiline-literal';
  const quotes = multiline ? 3 : 1;
  if (!terminated && !multiline && end - start > 2 && '”“’‘＂'.includes(text.charAt(end - 1))) {
    state.report('smart-quotes', end - 1, end);
  } else if (!terminated) {
    const said = message('unterminated-string', { quote: text.slice(start, start + quotes) });
    state.reportAs('unterminated-string', start, multiline ? state.lineEnd(start) : end, said);
  }
  let from = start + quotes;
  const to = terminated ? end - quotes : end;
  if (multiline && text.charCodeAt(from) === 0x0a) from++;
  else if (multiline && text.charCodeAt(from) === 0x0d && text.charCodeAt(from + 1) === 0x0a) from += 2;
  if (!special) return text.slice(from, to);
  state.reportControls(from, to, multiline);
  if (style === 'literal' || style === 'multiline-literal') return text.slice(from, to);
  return decodeEscapes(state, from, to, multiline);
}

function decodeEscapes(state: ParserState, from: number, to: number, multiline: boolean): string {
  const { text } = state;
  let value = '';
  let at = from;
  // A Windows path in double quotes has many bad escapes and one cause: only the first is reported.
  let reported = false;
  const report = (start: number, end: number) => {
    const said = message('bad-escape', { text: shortened(text.slice(start, end)) });
    if (!reported) state.reportAs('bad-escape', start, end, said);
    reported = true;
  };
  while (at < to) {
    const backslash = text.indexOf('\\', at);
    if (backslash < 0 || backslash >= to) break;
    value += text.slice(at, backslash);
    const letter = text.charAt(backslash + 1);
    const plain = simpleEscapes[letter];
    const digits = hexLengths[letter];
    if (plain !== undefined && backslash + 1 < to) {
      if (letter === 'e') state.newerConstructs.push({ construct: 'escape-e', start: backslash, end: backslash + 2 });
      value += plain;
      at = backslash + 2;
    } else if (digits !== undefined && backslash + 1 < to) {
      const hex = text.slice(backslash + 2, Math.min(backslash + 2 + digits, to));
      const code = /^[0-9A-Fa-f]+$/.test(hex) && hex.length === digits ? Number.parseInt(hex, 16) : -1;
      if (code < 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
        const valid = /^[0-9A-Fa-f]*/.exec(hex)?.[0].length ?? 0;
        const problemEnd = backslash + 2 + valid;
        report(backslash, problemEnd);
        at = problemEnd;
      } else {
        if (letter === 'x') state.newerConstructs.push({ construct: 'escape-x', start: backslash, end: backslash + 4 });
        value += String.fromCodePoint(code);
        at = backslash + 2 + digits;
      }
    } else {
      const folded = multiline ? lineEndingBackslash(text, backslash, to) : undefined;
      if (folded === undefined) {
        const length = text.codePointAt(backslash + 1);
        const problemEnd = Math.min(to, backslash + (length !== undefined && length > 0xffff ? 3 : 2));
        report(backslash, problemEnd);
      }
      at = folded ?? Math.min(to, backslash + 2);
    }
  }
  return value + text.slice(at, to);
}

/** Where the text goes on after a backslash that ends a line, or undefined if the backslash does not end one. */
function lineEndingBackslash(text: string, backslash: number, to: number): number | undefined {
  let at = backslash + 1;
  let lineBreak = false;
  for (; at < to; at++) {
    const character = text.charAt(at);
    if (character === '\n') lineBreak = true;
    else if (character !== ' ' && character !== '\t' && character !== '\r') break;
  }
  return lineBreak ? at : undefined;
}

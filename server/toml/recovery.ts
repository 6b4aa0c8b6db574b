/** Tells what a broken line was meant to be, so that one mistake gives one problem and the lines after it survive. */
import type { ParserState } from './parser-state';
import type { SyntaxCode } from './syntax';

/** What a line may start with that is no TOML at all; the whole line is then one problem. The first match counts. */
const foreignLines: readonly (readonly [SyntaxCode, RegExp])[] = [
  ['elided-lines', /(?:\.{2,}|…|\(\s*(?:\.{2,}|…)\s*\)|\[\s*(?:\.{2,}|…)\s*\])/y],
  ['merge-conflict', /(?:<{7}|>{7}|={7}|\|{7})(?=[ \t\r\n]|$)/y],
  ['template-text', /\{[{%#]|<%|[%$]\{/y],
  ['wrong-comment', /;|\/[/*]|--(?=[ \t])/y],
];

/** The code of a line that is no TOML at all, judged from its first character on. */
export function foreignLine(state: ParserState, start: number): SyntaxCode | undefined {
  for (const [code, pattern] of foreignLines) {
    pattern.lastIndex = start;
    if (pattern.test(state.text)) return code;
  }
  return undefined;
}

const headerLine =
  /[ \t]*\[\[?[ \t]*(?!(?:true|false|inf|nan)\b)[A-Za-z_][\w-]*(?:[ \t]*\.[ \t]*(?:"[^"\r\n]*"|'[^'\r\n]*'|[\w-]+))*[ \t]*(?:\]\]?[ \t]*(?:#[^\n]*)?|\.?[ \t]*)(?=\r?\n|$)/y;
const pairLine =
  /[ \t]*(?:"[^"\r\n]*"|'[^'\r\n]*'|[\w-]+)(?:[ \t]*\.[ \t]*(?:"[^"\r\n]*"|'[^'\r\n]*'|[\w-]+))*[ \t]*=/y;

/** Whether the line at `offset` can only be a table header, finished or not. */
export function looksLikeHeader(state: ParserState, offset: number): boolean {
  headerLine.lastIndex = offset;
  return headerLine.test(state.text);
}

/** Whether the line at `offset` starts with a key and `=`. */
export function looksLikePair(state: ParserState, offset: number): boolean {
  pairLine.lastIndex = offset;
  return pairLine.test(state.text);
}

/** How many lines {@link closesLater} reads at most. */
const LOOKAHEAD_LINES = 200;

/** Whether a `}` that closes one open brace comes after `offset`, before the next header. Strings and comments do not count. */
export function closesLater(state: ParserState, offset: number): boolean {
  let depth = 1;
  let at = offset;
  for (let line = 0; line < LOOKAHEAD_LINES && at < state.text.length; line++) {
    const end = state.lineEnd(at);
    if (line > 0 && looksLikeHeader(state, at)) return false;
    const plain = state.slice(at, end).replace(/"(?:\\.|[^"\\])*"|'[^']*'|#.*/g, '');
    for (const character of plain) {
      if (character === '{') depth++;
      else if (character === '}') depth--;
      if (depth === 0) return true;
    }
    at = state.text.indexOf('\n', end) + 1 || state.text.length;
  }
  return false;
}

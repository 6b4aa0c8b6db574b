/** Tells what a broken line was meant to be, so that one mistake gives one problem and the lines after it survive. */
import type { ParserState } from './parser-state';

/** The code of a line that is no TOML. */
type ForeignCode = 'elided-lines' | 'foreign-format' | 'merge-conflict' | 'template-text' | 'wrong-comment';

/** What a line may start with that is no TOML at all; the whole line is then one problem. The first match counts. */
const foreignLines: readonly (readonly [ForeignCode, RegExp])[] = [
  ['elided-lines', /(?:\.{2,}|…|[([{<]\s{0,9}(?:\.{2,}|…)\s{0,9}[)\]}>])/y],
  ['merge-conflict', /(?:<{7}|>{7}|={7}|\|{7})(?=[ \t\r\n]|$)/y],
  ['template-text', /\{[{%#]|<%|[%$]\{/y],
  ['wrong-comment', /;|\/[/*]|--(?=[ \t])/y],
  ['foreign-format', /`{3}|~{3}|-{3}(?=\s|$)/y],
];

/** The characters that the patterns above start with: most lines start with none of them. */
const foreignStart = new Uint8Array(128);
for (const character of '.([<>=|{%$;/-`~') foreignStart[character.charCodeAt(0)] = 1;

/** The code of a line that is no TOML at all, judged from its first character on. */
export function foreignLine(text: string, start: number): ForeignCode | undefined {
  const first = text.charCodeAt(start);
  if (first < 128 ? foreignStart[first] === 0 : first !== 0x2026) return undefined;
  for (const [code, pattern] of foreignLines) {
    pattern.lastIndex = start;
    if (pattern.test(text)) return code;
  }
  return undefined;
}

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;

/** Whether the line at `offset` can only be a table header, finished or not: `[runners.docker]`, `[[runners`, `[runners.`. */
export function looksLikeHeader(text: string, offset: number): boolean {
  let at = skipSpace(text, offset);
  if (text.charCodeAt(at) !== 0x5b) return false;
  at++;
  if (text.charCodeAt(at) === 0x5b) at++;
  at = skipSpace(text, at);
  const first = at;
  // A number cannot be told from an item of an array, nor can `true` or `inf`.
  if (!/[A-Za-z_]/.test(text.charAt(at))) return false;
  at = skipBare(text, at);
  if (/^(?:true|false|inf|nan)$/.test(text.slice(first, Math.min(at, first + 6)))) return false;
  for (;;) {
    at = skipSpace(text, at);
    if (text.charCodeAt(at) !== 0x2e) break;
    at = skipSpace(text, at + 1);
    const end = skipName(text, at);
    if (end === at) return isLineEnd(text, at);
    at = end;
  }
  if (text.charCodeAt(at) !== 0x5d) return isLineEnd(text, at);
  at++;
  if (text.charCodeAt(at) === 0x5d) at++;
  at = skipSpace(text, at);
  return text.charCodeAt(at) === 0x23 || isLineEnd(text, at);
}

/** Whether the line at `offset` starts with a key and `=`. */
export function looksLikePair(text: string, offset: number): boolean {
  let at = skipSpace(text, offset);
  for (;;) {
    const end = skipName(text, at);
    if (end === at) return false;
    at = skipSpace(text, end);
    const code = text.charCodeAt(at);
    if (code === 0x3d) return true;
    if (code !== 0x2e) return false;
    at = skipSpace(text, at + 1);
  }
}

function skipSpace(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === SPACE || code === TAB; code = text.charCodeAt(at)) at++;
  return at;
}

function skipBare(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    const letter = code | 0x20;
    const bare = (letter >= 0x61 && letter <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x5f;
    if (!bare) return at;
    at++;
  }
}

/** The end of a bare or quoted name on this line; `from` itself if there is none. */
function skipName(text: string, from: number): number {
  const quote = text.charCodeAt(from);
  if (quote !== 0x22 && quote !== 0x27) return skipBare(text, from);
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === LF || code === CR) break;
  }
  return from;
}

function isLineEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return at >= text.length || code === LF || (code === CR && text.charCodeAt(at + 1) === LF);
}

/** How many lines {@link closesLater} reads at most. */
const LOOKAHEAD_LINES = 200;

/** Whether a `}` that closes one open brace comes after `offset`, before the next header. Strings and comments do not count. */
export function closesLater(state: ParserState, offset: number): boolean {
  const { text } = state;
  let depth = 1;
  let lines = 0;
  for (let at = offset; at < text.length; at++) {
    if (--state.lookahead < 0) return false;
    const code = text.charCodeAt(at);
    if (code === LF) {
      if (++lines === LOOKAHEAD_LINES || looksLikeHeader(text, at + 1)) return false;
    } else if (code === 0x22 || code === 0x27) at = stringEnd(text, at, code);
    else if (code === 0x23) at = state.lineEnd(at) - 1;
    else if (code === 0x7b) depth++;
    else if (code === 0x7d && --depth === 0) return true;
  }
  return false;
}

/** The closing quote of a string that ends on its line, or the opening quote itself. */
function stringEnd(text: string, from: number, quote: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    if (code === LF) break;
    if (code === 0x5c && quote === 0x22) at++;
  }
  return from;
}

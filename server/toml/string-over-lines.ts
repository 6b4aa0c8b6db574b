/** A string in single quotes over several lines, as scripts are pasted: one mistake, from the first quote to the last. */
import type { ParserState } from './parser-state';
import { looksLikeHeader, looksLikePair } from './recovery';

/** How many lines such a string may have. */
const MOST_LINES = 100;

/** What a line of a script ends with that goes on. */
const GOES_ON = /(?:[\\;|{(]|&&|\b(?:then|do|else))$/;

/**
 * The end of a string that begins at `start` and is closed on a later line; undefined where that is not certain: a header or a
 * pair comes first, or more follows behind the quote.
 */
export function endOnLaterLine(state: ParserState, start: number): number | undefined {
  const { text } = state;
  const quote = text.charAt(start);
  let end = state.lineEnd(start);
  const isScript = GOES_ON.test(text.slice(start, end).trimEnd());
  for (let lines = 1; lines < MOST_LINES; lines++) {
    const from = text.indexOf('\n', end) + 1;
    if (from === 0) return undefined;
    end = state.lineEnd(from);
    state.lookahead -= end - from + 1;
    if (state.lookahead < 0 || isOther(text, from, end, isScript)) return undefined;
    const last = oddQuote(text, from, end, quote);
    if (last !== undefined) return /^\s*(?:#.*)?$/.test(text.slice(last + 1, end)) ? last + 1 : undefined;
  }
  return undefined;
}

/** Whether a line is TOML of its own. A script sets variables too, but without a blank before `=`. */
function isOther(text: string, start: number, end: number, isScript: boolean): boolean {
  const line = text.slice(start, end).trimStart();
  if (line.startsWith('[[runners]]') || looksLikeHeader(text, start)) return true;
  if (!looksLikePair(text, start) || /^[A-Z_][A-Z\d_]*=\S/.test(line)) return false;
  return !isScript || /^[^=]*[ \t]=/.test(line);
}

/** The last quote of a line that has an odd number of them, those behind a backslash left out. */
function oddQuote(text: string, start: number, end: number, quote: string): number | undefined {
  let last = -1;
  let isOdd = false;
  for (let at = start; at < end; at++) {
    if (text.charAt(at) === '\\' && quote === '"') at++;
    else if (text.charAt(at) === quote) {
      last = at;
      isOdd = !isOdd;
    }
  }
  return isOdd ? last : undefined;
}

/** The statements of a configuration by line, as far as single lines of it can be moved: the client carries no parser of TOML. */

/** A header or a pair that stands on one line. */
export interface Statement {
  /** From 0 on. */
  readonly line: number;
  readonly indent: string;
  /** The header that it is, without spaces or quotes: `[[runners]]`. */
  readonly header?: string;
  /** The header above it; empty before the first. */
  readonly table: string;
  readonly key?: string;
  /** What stands for the value. */
  readonly written?: string;
  /** From its `#` on. */
  readonly comment?: string;
  /** How many lines of comments stand right above. */
  readonly above: number;
}

/** What a string over several lines ends with, and how deep in arrays a line ends. */
interface State {
  readonly quotes: string;
  readonly depth: number;
}

const OUTSIDE: State = { quotes: '', depth: 0 };

/** A comment, a string (over several lines first; one without its end goes to the end of the line), a bracket. */
const TOKEN = /#|"""|'''|"(?:[^"\\]|\\.)*(?:"|$)|'[^']*(?:'|$)|[[\]{}]/g;
const PAIR = /^(?:"([^"\\]*)"|'([^']*)'|([\w-]+))[ \t]*=[ \t]*(.*)/s;

/** Every header and pair that begins and ends on its line. Strings and arrays over several lines are passed over. */
export function statements(lines: readonly string[]): Statement[] {
  const found: Statement[] = [];
  let state = OUTSIDE;
  let table = '';
  let comments = 0;
  for (const [line, text] of lines.entries()) {
    const before = state;
    const read = readLine(text, before);
    state = read.state;
    const above = comments;
    comments = 0;
    if (before.quotes || before.depth > 0 || state.quotes || state.depth > 0) continue;
    const whole = text.slice(0, read.end).trim();
    if (whole === '' && read.end < text.length) comments = above + 1;
    const indent = text.slice(0, text.length - text.trimStart().length);
    if (whole.startsWith('[')) {
      table = whole.replace(/[\s"']/g, '');
      found.push({ line, indent, table, header: table, above });
      continue;
    }
    const pair = PAIR.exec(whole);
    if (!pair) continue;
    const comment = text.slice(read.end).trim();
    const key = pair[1] ?? pair[2] ?? pair[3] ?? '';
    found.push({ line, indent, table, key, written: pair[4] ?? '', above, ...(comment && { comment }) });
  }
  return found;
}

/** The state at the line's end, and where a comment begins. */
function readLine(text: string, before: State): { readonly state: State; readonly end: number } {
  let { depth } = before;
  let from = 0;
  if (before.quotes) {
    const close = closing(text, before.quotes, 0);
    if (close === -1) return { state: before, end: text.length };
    from = close;
  }
  TOKEN.lastIndex = from;
  for (let token = TOKEN.exec(text); token; token = TOKEN.exec(text)) {
    const sign = token[0];
    if (sign === '#') return { state: { quotes: '', depth }, end: token.index };
    if (sign === '"""' || sign === "'''") {
      const close = closing(text, sign, TOKEN.lastIndex);
      if (close === -1) return { state: { quotes: sign, depth }, end: text.length };
      TOKEN.lastIndex = close;
    } else if (sign === '[' || sign === '{') depth++;
    else if (sign === ']' || sign === '}') depth = Math.max(0, depth - 1);
  }
  return { state: { quotes: '', depth }, end: text.length };
}

/** The offset behind the end of a string over several lines, with the quotes that stand before its own; -1 when it goes on. */
function closing(text: string, quotes: string, from: number): number {
  for (let index = from; index < text.length; index++) {
    if (text[index] === '\\' && quotes === '"""') index++;
    else if (text.startsWith(quotes, index)) {
      let end = index + quotes.length;
      while (end < index + 5 && text[end] === quotes[0]) end++;
      return end;
    }
  }
  return -1;
}

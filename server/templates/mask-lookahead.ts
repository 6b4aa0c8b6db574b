/** What stands after a token, for all tokens at once: masking looks ahead often, and must stay linear. */
import type { TemplateToken } from './tokens';

export interface Lookahead {
  /** For an open tag the index of its close tag, else -1. */
  readonly match: Int32Array;
  /** The index of the first token from here on that is no white space, comment or tag. */
  readonly content: Int32Array;
  /** 1 where nothing but white space and tags follows the token on its line, and perhaps a comment. */
  readonly endsLine: Uint8Array;
  /** The number of the token's line. */
  readonly line: Int32Array;
}

export function lookahead(tokens: readonly TemplateToken[]): Lookahead {
  const count = tokens.length;
  const match = new Int32Array(count).fill(-1);
  const content = new Int32Array(count + 1).fill(count);
  const endsLine = new Uint8Array(count);
  const line = new Int32Array(count);
  const open: number[] = [];
  let lines = 0;
  tokens.forEach(({ kind, tag }, index) => {
    line[index] = lines;
    if (kind === 'newline') lines++;
    if (tag?.role === 'open') open.push(index);
    else if (tag?.role === 'close') {
      const start = open.pop();
      if (start !== undefined) match[start] = index;
    }
  });
  for (let index = count - 1; index >= 0; index--) {
    const kind = tokens[index]?.kind;
    const next = tokens[index + 1]?.kind;
    const skipped = kind === 'space' || kind === 'newline' || kind === 'comment' || kind === 'tag';
    content[index] = skipped ? (content[index + 1] ?? count) : index;
    const last = next === undefined || next === 'newline' || next === 'comment';
    endsLine[index] = last || ((next === 'space' || next === 'tag') && endsLine[index + 1] === 1) ? 1 : 0;
  }
  return { match, content, endsLine, line };
}

/** The rows of a document: what stands between two line breaks that are tokens of their own, so a multi-line string is part of one row. */
import { countBefore } from '../../text/search';
import type { TomlSyntax } from '../../toml/syntax';
import { TokenKind } from '../../toml/token';

/** One row. White space and its line break are what formatting may change; `contentStart === contentEnd` in a blank row. */
export interface Row {
  /** The first character, after a byte order mark. */
  readonly start: number;
  readonly contentStart: number;
  /** After the last character that is not white space, in a comment too. */
  readonly contentEnd: number;
  readonly lineBreak: number;
  /** After the line break; equal to `lineBreak` in the last row only. */
  readonly end: number;
  /** The tokens of the row, without its line break: from `firstToken` up to, not including, `endToken`. */
  readonly firstToken: number;
  readonly endToken: number;
  /** Whether nothing but a comment stands here. */
  readonly comment: boolean;
}

/** How many columns a tab counts for; one level, so that tabs and the runner's two spaces compare. */
export const LEVEL_COLUMNS = 2;

/** Cuts the text into rows. The last one has no line break; it is empty where the text ends with one. */
export function cutRows(syntax: TomlSyntax): Row[] {
  const { text, tokenKinds, tokenEnds } = syntax;
  const rows: Row[] = [];
  let firstToken = 0;
  let start = 0;
  if (tokenKinds[0] === TokenKind.byteOrderMark) {
    firstToken = 1;
    start = 1;
  }
  const finish = (endToken: number, lineBreak: number, end: number) => {
    rows.push(row(syntax, firstToken, endToken, start, lineBreak, end));
    firstToken = endToken + 1;
    start = end;
  };
  for (let token = firstToken; token < tokenKinds.length; token++) {
    if (tokenKinds[token] !== TokenKind.newline) continue;
    finish(token, token === 0 ? 0 : Math.max(start, tokenEnds[token - 1] as number), tokenEnds[token] as number);
  }
  finish(tokenKinds.length, text.length, text.length);
  return rows;
}

function row(
  syntax: TomlSyntax,
  firstToken: number,
  endToken: number,
  start: number,
  lineBreak: number,
  end: number,
): Row {
  const { text, tokenKinds } = syntax;
  let contentStart = start;
  while (contentStart < lineBreak && isSpace(text, contentStart)) contentStart++;
  let contentEnd = lineBreak;
  while (contentEnd > contentStart && isSpace(text, contentEnd - 1)) contentEnd--;
  const firstContent = tokenKinds[firstToken] === TokenKind.whitespace ? firstToken + 1 : firstToken;
  const comment = firstContent < endToken && tokenKinds[firstContent] === TokenKind.comment;
  return { start, contentStart, contentEnd, lineBreak, end, firstToken, endToken, comment };
}

/** Whether nothing stands in a row. */
export function isBlank(row: Row): boolean {
  return row.contentStart === row.contentEnd;
}

/** The column that a row's content starts in. */
export function columnOf(text: string, row: Row): number {
  let column = 0;
  for (let at = row.start; at < row.contentStart; at++) column += text.charAt(at) === '\t' ? LEVEL_COLUMNS : 1;
  return column;
}

/** The row that holds an offset. */
export function rowAt(rows: readonly Row[], offset: number): number {
  return Math.max(0, countBefore(rows.length, (index) => (rows[index]?.start ?? 0) <= offset) - 1);
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x09;
}

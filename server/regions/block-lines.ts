/** Which lines a block scalar (`|`, `>`) of YAML has, templates that break its indentation included. */
import { lineEnd, templateLinesEnd } from './yaml-template';

export interface BlockHeader {
  readonly folded: boolean;
  readonly chomp: '' | '-' | '+';
  /** The indentation indicator; 0 where there is none. */
  readonly indent: number;
  /** Where the first line of the text starts. */
  readonly bodyStart: number;
  /** False when the file ends in the header's line. */
  readonly hasBody: boolean;
}

export interface BlockLine {
  readonly start: number;
  /** How many spaces it starts with. */
  readonly spaces: number;
  /** Without the line break. */
  readonly end: number;
  /** 0 at the file's end, 1, or 2 for CRLF. */
  readonly breakLength: number;
  readonly blank: boolean;
}

export interface BlockLines {
  readonly lines: readonly BlockLine[];
  /** How many spaces of each line are indentation. */
  readonly indent: number;
  /** The start of the line that follows. */
  readonly end: number;
}

const HEADER = /[|>](?:([-+])([1-9])?|([1-9])([-+])?)?(?=[ \t\r\n]|$)[ \t]*(?:#[^\n]*)?(?:\r?\n|\r?$)/y;

/** Reads the header of a block scalar at `offset`; undefined when it is none. */
export function blockHeader(text: string, offset: number): BlockHeader | undefined {
  HEADER.lastIndex = offset;
  const match = HEADER.exec(text);
  if (!match) return undefined;
  return {
    folded: match[0].startsWith('>'),
    chomp: (match[1] ?? match[4] ?? '') as BlockHeader['chomp'],
    indent: Number(match[2] ?? match[3] ?? 0),
    bodyStart: offset + match[0].length,
    hasBody: match[0].endsWith('\n'),
  };
}

/** Finds the lines of a block scalar. `limit` is the end of the document. */
export function blockLines(text: string, header: BlockHeader, parentIndent: number, limit: number): BlockLines {
  const lines: BlockLine[] = [];
  let indent = header.indent > 0 ? Math.max(parentIndent, 0) + header.indent : -1;
  // Lines up to here are kept: blank and outdented template lines belong to the block only if one of its lines follows.
  let kept = 0;
  let position = header.hasBody ? header.bodyStart : limit;
  while (position < limit) {
    const line = lineAt(text, position, limit);
    const outdented = line.spaces < (indent === -1 ? parentIndent + 1 : indent);
    if (!line.blank && outdented && !isTemplateLine(text, line, limit)) break;
    if (indent === 0 && /^(?:---|\.\.\.)(?:[ \t\r]|$)/.test(text.slice(line.start, line.end))) break;
    lines.push(line);
    position = line.end + line.breakLength;
    if (line.blank || outdented) continue;
    if (indent === -1) indent = line.spaces;
    kept = lines.length;
  }
  while (lines[kept]?.blank) kept++;
  lines.length = kept;
  if (indent === -1) indent = emptyBlockIndent(lines, parentIndent);
  const last = lines.at(-1);
  return { lines, indent, end: last ? last.end + last.breakLength : header.bodyStart };
}

function lineAt(text: string, start: number, limit: number): BlockLine {
  const feed = lineEnd(text, start, limit);
  const hasFeed = feed < limit && text[feed] === '\n';
  const end = feed > start && text[feed - 1] === '\r' ? feed - 1 : feed;
  let content = start;
  while (content < end && text[content] === ' ') content++;
  return { start, spaces: content - start, end, breakLength: feed - end + (hasFeed ? 1 : 0), blank: content === end };
}

function isTemplateLine(text: string, line: BlockLine, limit: number): boolean {
  return templateLinesEnd(text, line.start + line.spaces, limit) !== undefined;
}

/** Nothing but white space so far: its longest line, as when Enter was pressed in the editor, or the usual two spaces. */
function emptyBlockIndent(lines: readonly BlockLine[], parentIndent: number): number {
  const longest = lines.reduce((most, line) => Math.max(most, line.spaces), 0);
  return longest > parentIndent ? longest : parentIndent + (parentIndent < 0 ? 1 : 2);
}

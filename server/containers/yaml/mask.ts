/**
 * Makes YAML of a template of YAML, length and line breaks kept: the `yaml` package would take `{{` for a map in a map, and
 * end a block scalar at a line that Helm's or Jinja's control has to itself.
 *
 * Only the structure is read from the result. What a scalar says comes from the file, its templates in it.
 */
import { actionEnd, isHalfTyped, templateLinesEnd } from './template';

const OPENER = /\{[{%#]|[%$]\{|<%/g;
/** `key: |`, a sequence's `- >-`; the block may start with a template. */
const BLOCK_HEADER = /(?:^|[ \t])[|>][-+\d]{0,2}[ \t]*(?:#|$)/;
const DASHES = /^ *(?:- +)*/;

interface Line {
  readonly start: number;
  /** Without its line break. */
  readonly end: number;
  /** The column of the first character that is no space. */
  readonly column: number;
  readonly kind: 'blank' | 'template' | 'text';
}

/** The text with letters for the actions of a template, and comments for its lines of control. */
export function maskYaml(text: string): string {
  let opener = nextOpener(text, 0);
  if (opener === text.length) return text;
  const lines = readLines(text);
  const parts: string[] = [];
  let written = 0;
  const replace = (start: number, end: number, by: string) => {
    parts.push(text.slice(written, start), by);
    written = end;
  };
  const columns = columnsBelow(lines);
  let above: Line | undefined;
  for (const [index, line] of lines.entries()) {
    if (line.kind === 'template' && line.start >= written) {
      replace(line.start, line.end, commentLine(line, commentColumn(text, line, above, columns[index] ?? 0)));
    } else if (line.kind !== 'blank') {
      above = line;
      if (opener < line.start) opener = nextOpener(text, line.start);
      if (opener >= line.end) continue;
      maskActions(text, line, Math.max(written, line.start), replace);
    }
  }
  parts.push(text.slice(written));
  return parts.join('');
}

function nextOpener(text: string, from: number): number {
  OPENER.lastIndex = from;
  return OPENER.exec(text)?.index ?? text.length;
}

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let templateEnd = 0;
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const next = feed === -1 ? text.length : feed + 1;
    let end = feed === -1 ? next : feed;
    if (text[end - 1] === '\r' && end > start) end--;
    let content = start;
    while (text[content] === ' ' || text[content] === '\ufeff') content++;
    if (start >= templateEnd) templateEnd = templateLinesEnd(text, content, text.length) ?? templateEnd;
    const kind = content >= end ? 'blank' : start < templateEnd ? 'template' : 'text';
    lines.push({ start, end, column: content - start, kind });
    start = next;
  }
  return lines;
}

/** For each line the column of the next one that is text. */
function columnsBelow(lines: readonly Line[]): number[] {
  const columns: number[] = [];
  let column = 0;
  for (let index = lines.length - 1; index >= 0; index--) {
    columns[index] = column;
    const line = lines[index];
    if (line?.kind === 'text') column = line.column;
  }
  return columns;
}

/**
 * A comment is nothing between keys, but in a block scalar it is text, and ends it where it has less indentation: so it goes
 * as far in as the line that follows. At a block's beginning, though, it may be what tells the block's indentation.
 */
function commentColumn(text: string, line: Line, above: Line | undefined, below: number): number {
  const before = above ? text.slice(above.start, above.end) : '';
  const begins = BLOCK_HEADER.test(before) && line.column > (DASHES.exec(before)?.[0].length ?? 0);
  return begins ? line.column : Math.max(line.column, below);
}

/** A line that is too short for a comment there is blank, as long as another one follows that is enough. */
function commentLine({ start, end }: Line, column: number): string {
  const length = end - start;
  return column < length ? `${' '.repeat(column)}#${'x'.repeat(length - column - 1)}` : ' '.repeat(length);
}

/** Letters for the actions that begin in a line. */
function maskActions(
  text: string,
  line: Line,
  from: number,
  replace: (start: number, end: number, by: string) => void,
): void {
  for (let at = from; at < line.end; ) {
    const end = actionEnd(text, at, text.length);
    if (end !== undefined) {
      const [first = '', ...others] = text.slice(at, end).split('\n');
      const letters = first.replace(/[^\r]/g, 'x');
      replace(at, end, [letters, ...others.map((other) => other.replace(/[^\r]/g, ' '))].join('\n'));
    } else if (isHalfTyped(text, at)) replace(at, at + 2, 'xx');
    at = end ?? at + 1;
  }
}

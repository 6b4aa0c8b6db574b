/** A text that stands between two lines of a program, as it is but for indentation: `<<EOF` in Terraform and in shells. */
import { composeOffsetMaps, createOffsetMap, PieceList } from '../../text/offset-map';
import type { Span } from '../../text/span';
import type { Region } from '../region';
import type { Traits } from '../traits';
import { blockEdits } from '../yaml/block-edit';

/** Where a text stands, and how its lines do. */
export interface Heredoc {
  /** The lines of the text, from the first to the marker's. */
  readonly body: Span;
  /** White space that the program takes from the beginning of a line. */
  margin(line: string): string;
  /** A sign and what it stands for behind it, `\$` in a shell, or a line break of two characters; global. */
  readonly escapes?: RegExp | undefined;
}

/** The text that a program gets out of a heredoc, and where it stands in the file. */
export interface HeredocText {
  readonly text: string;
  readonly map: ReturnType<typeof createOffsetMap>;
  readonly host: Span;
}

/** Reads the lines of a heredoc. */
export function readHeredoc(source: string, { body, margin, escapes }: Heredoc): HeredocText {
  const list = new PieceList(source);
  let first: string | undefined;
  for (let start = body.start; start < body.end; ) {
    const feed = source.indexOf('\n', start);
    const next = feed < 0 || feed >= body.end ? body.end : feed + 1;
    const line = source.slice(start, next);
    const left = margin(line);
    if (first === undefined && line.trim() !== '') first = left;
    copy(list, line, start + left.length, left.length, escapes);
    start = next;
  }
  const text = list.text();
  const write = blockEdits(source, text, { margin: first ?? '', endsOnBlankLine: true });
  const map = createOffsetMap(list, { start: body.start, end: body.end, limit: body.end }, write);
  return { text, map, host: body };
}

const LINE_BREAK = /\r\n/g;

/** A line without its margin; a break of two characters is one of one, and an escape is what it stands for. */
function copy(list: PieceList, line: string, start: number, from: number, escapes: RegExp | undefined): void {
  const text = line.slice(from);
  let at = 0;
  for (const { 0: found, index } of text.matchAll(escapes ?? LINE_BREAK)) {
    list.copy(start + at, index - at);
    list.replace(start + index, found.length, found === '\r\n' ? '\n' : found.slice(1));
    at = index + found.length;
  }
  list.copy(start + at, text.length - at);
}

/** The text as one region. */
export function heredocRegion({ text, map, host }: HeredocText, traits: Traits): Region {
  return { text, map, host, traits };
}

/** A region of what a heredoc holds, YAML or a script, as one of the file. */
export function nestedInHeredoc(outer: HeredocText, region: Region): Region {
  const host = { start: outer.map.toHost(region.host.start), end: outer.map.toHost(region.host.end) };
  const { key, asLiteralBlock, retyped: _, ...rest } = region;
  return {
    ...rest,
    host,
    map: composeOffsetMaps(outer.map, region.map, host),
    ...(key && { key: { start: outer.map.toHost(key.start), end: outer.map.toHost(key.end) } }),
    ...(asLiteralBlock && { asLiteralBlock: () => outer.map.toHostEdits(asLiteralBlock()) }),
  };
}

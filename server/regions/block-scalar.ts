/** Decodes a block scalar of YAML, as the `yaml` package does, and maps each character of it to the file. */
import { createBlockWriting } from './block-edit';
import { type BlockHeader, type BlockLine, blockHeader, blockLines } from './block-lines';
import { createOffsetMap, PieceList } from './offset-map';
import type { OffsetMap } from './region';
import type { YamlScalar } from './yaml-tree';

export interface DecodedScalar {
  readonly text: string;
  readonly map: OffsetMap;
  /** Where the text stands in the file. */
  readonly start: number;
  readonly end: number;
}

/** Decodes the block scalar whose header stands at `scalar.start`. */
export function decodeBlockScalar(source: string, scalar: YamlScalar): DecodedScalar | undefined {
  const header = blockHeader(source, scalar.start);
  if (!header) return undefined;
  const { lines, indent } = blockLines(source, header, scalar.parentIndent, scalar.end);
  const list = new PieceList(source);
  const content = contentLength(lines, indent);
  if (header.folded) fold(source, list, lines.slice(0, content), indent);
  else
    for (const [index, line] of lines.slice(0, content).entries()) addLiteral(list, line, indent, index < content - 1);
  chomp(list, header, lines, content, indent);

  const text = list.text();
  const last = lines[content - 1];
  const start = header.bodyStart;
  const followed = header.chomp === '+' ? lines.at(-1) : last;
  const end = endOfText(header, followed, last, start);
  const roomy = lines[lineCount(lines, (line) => line.spaces >= indent) - 1];
  // Below `|-` the text has no line of its own for a blank line to be; see `OffsetMap.toRegion`.
  const reach = roomy && (header.chomp !== '-' || content === 0) ? roomy.start + roomy.spaces : end;
  const bounds = {
    start,
    end: content === 0 && roomy && header.chomp !== '+' ? roomy.start + indent : end,
    limit: Math.max(reach, end),
    endsWithoutBreak: header.chomp !== '-' && last?.breakLength === 0,
  };
  const map = createOffsetMap(list, bounds, createBlockWriting(source, text, header.folded, ' '.repeat(indent)));
  return { text, map, start, end: bounds.limit };
}

/** How many lines are text: all but the blank ones at the end, but white space beyond the indentation is text. */
function contentLength(lines: readonly BlockLine[], indent: number): number {
  const written = lineCount(lines, (line) => !line.blank);
  if (written === 0) return 0;
  return Math.max(
    written,
    lineCount(lines, (line) => line.spaces > indent),
  );
}

/** How many lines there are up to the last one of which `holds` is true. */
function lineCount(lines: readonly BlockLine[], holds: (line: BlockLine) => boolean): number {
  let count = lines.length;
  for (let line = lines[count - 1]; line && !holds(line); line = lines[count - 1]) count--;
  return count;
}

function contentStart(line: BlockLine, indent: number): number {
  return line.start + Math.min(line.spaces, indent);
}

function addLiteral(list: PieceList, line: BlockLine, indent: number, withBreak: boolean): void {
  const start = contentStart(line, indent);
  list.copy(start, line.end - start);
  if (withBreak) addBreak(list, line, '\n');
}

function addBreak(list: PieceList, line: BlockLine, text: string): void {
  if (text === '\n' && line.breakLength === 1) list.copy(line.end, 1);
  else list.replace(line.end, line.breakLength, text);
}

/** Line breaks between lines of the same indentation become spaces; around lines with more they stay. */
function fold(source: string, list: PieceList, lines: readonly BlockLine[], indent: number): void {
  const first = lines.findIndex((line) => !line.blank);
  let separator = '';
  let moreIndentedBefore = false;
  let breaks: BlockLine[] = [];
  const separate = () => {
    for (const [index, character] of [...separator].entries()) {
      const line = breaks[Math.min(index, breaks.length - 1)];
      if (line) addBreak(list, line, character);
    }
    breaks = [];
  };
  for (const [index, line] of lines.entries()) {
    const start = contentStart(line, indent);
    if (index < first) {
      addLiteral(list, line, indent, true);
      continue;
    }
    const previous = lines[index - 1];
    if (previous && index > first) breaks.push(previous);
    if (line.spaces > indent || source[start] === '\t') {
      if (separator === ' ') separator = '\n';
      else if (!moreIndentedBefore && separator === '\n') separator = '\n\n';
      separate();
      list.copy(start, line.end - start);
      separator = '\n';
      moreIndentedBefore = true;
    } else if (line.blank) {
      if (separator === '\n') {
        const own = breaks.shift() ?? line;
        addBreak(list, own, '\n');
      } else {
        separator = '\n';
      }
    } else {
      separate();
      list.copy(start, line.end - start);
      separator = ' ';
      moreIndentedBefore = false;
    }
  }
}

function chomp(
  list: PieceList,
  header: BlockHeader,
  lines: readonly BlockLine[],
  content: number,
  indent: number,
): void {
  if (header.chomp === '-') return;
  const last = lines[content - 1];
  if (header.chomp === '') {
    if (last) addBreak(list, last, '\n');
    return;
  }
  if (last) addBreak(list, last, '\n');
  for (const line of lines.slice(content)) {
    const start = contentStart(line, indent);
    list.copy(start, line.end - start);
    if (line.breakLength > 0) addBreak(list, line, '\n');
  }
}

function endOfText(
  header: BlockHeader,
  followed: BlockLine | undefined,
  last: BlockLine | undefined,
  start: number,
): number {
  if (header.chomp === '-') return last ? last.end : start;
  return followed ? followed.end + followed.breakLength : start;
}

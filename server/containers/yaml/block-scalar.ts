/** Decodes a block scalar of YAML with the `yaml` package, and maps each character of it to the file. */
import { createOffsetMap } from '../../text/offset-map';
import { alignBlockScalar } from './block-align';
import { type BlockForm, blockEdits } from './block-edit';
import type { BlockLine } from './block-line';
import type { DecodedScalar } from './decoded-scalar';
import { inlineEdits } from './inline-edit';
import { readLiteral } from './literal';
import { blockScalarText } from './package';
import { templateLinesEnd } from './template';
import type { YamlBlock, YamlBlockScalar } from './tree';

/** Decodes the block scalar with these lines. */
export function decodeBlockScalar(source: string, { style, block }: YamlBlockScalar): DecodedScalar {
  const { start, parentIndent } = block;
  const found = linesWithRoom(source, block);
  const indent = block.indent ?? emptyBlockIndent(found, parentIndent);
  const content = contentLength(found, indent);
  const room = lineCount(found, (line) => line.spaces >= indent);
  // Blank lines with the block's indentation below the text: somebody is about to write there, so the text ends on the last.
  const open = room > content ? found[room - 1] : undefined;
  const lastLine = content > 0 && (block.chomp !== '+' || open?.breakLength === 0) ? open : undefined;
  const lines = lastLine ? [...found.slice(0, room - 1), { ...lastLine, breakLength: 0 }] : found;
  const chomp = lastLine ? '+' : block.chomp;
  const folded = style === 'folded';
  const body = source.slice(start, lastLine?.end ?? block.end);
  const last = lines[content - 1];
  const end = chomp === '-' ? (last?.end ?? start) : endOf(chomp === '+' ? lines.at(-1) : last, start);
  const bounds = {
    start,
    end: open && content === 0 && chomp !== '+' ? open.start + indent : end,
    limit: Math.max(open && content === 0 ? open.start + open.spaces : end, end),
    endsWithoutBreak: chomp !== '-' && last?.breakLength === 0,
  };
  const isBroken =
    /\r(?!\n)/.test(body) ||
    hasTab(source, found, Math.max(indent, parentIndent + 1)) ||
    endsInside(source, block.end, parentIndent);
  const linesAboveFirst = block.hasIndicator ? undefined : linesAbove(lines, indent);
  const form: BlockForm = {
    margin: ' '.repeat(indent),
    linesAboveFirst,
    endsOnBlankLine: lastLine !== undefined,
  };
  if (!folded && content > 0 && chomp !== '+' && !body.includes('\r'))
    return readLiteral(source, lines.slice(0, content), { indent, isClipped: chomp === '', isBroken }, bounds, form);
  const text = blockScalarText(body, folded ? '>' : '|', indent, chomp);
  const list = alignBlockScalar(source, lines, indent, text);
  const write = folded ? inlineEdits(source, text, 'folded') : blockEdits(source, text, form);
  return { text, map: createOffsetMap(list, bounds, write), start, end: bounds.limit, isBroken, linesAboveFirst };
}

/** How many lines that are not blank have not the block's indentation, before the first that has: those of templates. */
function linesAbove(lines: readonly BlockLine[], indent: number): number {
  let above = 0;
  for (const { blank, spaces } of lines) {
    if (blank) continue;
    if (spaces >= indent) break;
    above++;
  }
  return above;
}

/** Whether a tab stands where the indentation should. */
function hasTab(source: string, lines: readonly BlockLine[], indent: number): boolean {
  return lines.some((line) => line.spaces < indent && source[line.start + line.spaces] === '\t');
}

/**
 * Whether the line behind the scalar is indented more than anything that may follow. Comments, which may have ended it, and lines
 * of templates say nothing.
 */
function endsInside(source: string, end: number, parentIndent: number): boolean {
  const blank = /(?: *(?:#[^\n]*)?\r?\n)* */y;
  for (let at = end; at < source.length; ) {
    blank.lastIndex = at;
    blank.test(source);
    const content = blank.lastIndex;
    const template = templateLinesEnd(source, content, source.length);
    if (template === undefined)
      return !/[\r#]/.test(source.charAt(content) || '#') && columnOf(source, content) > parentIndent;
    at = template + 1;
  }
  return false;
}

function columnOf(source: string, offset: number): number {
  return offset - (source.lastIndexOf('\n', offset - 1) + 1);
}

/** The lines of the scalar, and the blank ones below, where one goes on writing. */
function linesWithRoom(source: string, { start, end, limit }: YamlBlock): BlockLine[] {
  const lines: BlockLine[] = [];
  for (let position = start; position < limit; ) {
    const line = lineAt(source, position, limit);
    if (position >= end && !line.blank) break;
    lines.push(line);
    position = line.end + line.breakLength;
  }
  return lines;
}

function lineAt(source: string, start: number, limit: number): BlockLine {
  const found = source.indexOf('\n', start);
  const feed = found === -1 || found > limit ? limit : found;
  const end = feed > start && source[feed - 1] === '\r' ? feed - 1 : feed;
  let content = start;
  while (content < end && source[content] === ' ') content++;
  const breakLength = feed - end + (feed < limit ? 1 : 0);
  return { start, spaces: content - start, end, breakLength, blank: content === end };
}

/** Nothing but white space so far: its longest line, as when Enter was pressed in the editor, or the usual two spaces. */
function emptyBlockIndent(lines: readonly BlockLine[], parentIndent: number): number {
  const longest = lines.reduce((most, line) => Math.max(most, line.spaces), 0);
  return longest > parentIndent ? longest : parentIndent + 2;
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

function endOf(line: BlockLine | undefined, start: number): number {
  return line ? line.end + line.breakLength : start;
}

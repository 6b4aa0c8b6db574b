/**
 * Literal blocks, as nearly all configurations are written: each line of the file without its indentation is a line of the text. So
 * the text needs no parser, and a change inside of the block changes those lines alone.
 */
import { LineTable } from '../../text/line-table';
import type { OffsetMap } from '../../text/offset-map';
import type { Retyping } from '../region';
import { type BlockForm, blockEdits } from './block-edit';
import type { BlockLine } from './block-line';

/** What the text of a block is bounded by; see MapBounds in text/offset-map.ts. */
interface Bounds {
  readonly start: number;
  readonly end: number;
  readonly limit: number;
  readonly endsWithoutBreak: boolean;
}

export interface LiteralText {
  readonly text: string;
  readonly map: OffsetMap;
  readonly start: number;
  readonly end: number;
  readonly isBroken: boolean;
  readonly linesAboveFirst: BlockForm['linesAboveFirst'];
  /** The same block after a change inside of it; undefined where the change may be more than one of its lines. */
  retyped(change: Retyping): LiteralText | undefined;
}

/** What stays the same when the text changes. */
interface Block {
  readonly indent: number;
  /** The line that tells the indentation, or would. */
  readonly first: number;
  readonly form: BlockForm;
  readonly isBroken: boolean;
}

/** The text of lines with plain line breaks. `isClipped`: the text ends with a line break. */
export function readLiteral(
  source: string,
  lines: readonly BlockLine[],
  { indent, isClipped, isBroken }: { readonly indent: number; readonly isClipped: boolean; readonly isBroken: boolean },
  bounds: Bounds,
  form: BlockForm,
): LiteralText {
  const parts: string[] = [];
  const own = new Uint32Array(lines.length);
  const host = new Uint32Array(lines.length);
  let length = 0;
  for (const [index, line] of lines.entries()) {
    const start = line.start + Math.min(line.spaces, indent);
    const part = source.slice(start, line.end);
    own[index] = length;
    host[index] = start;
    parts.push(part);
    length += part.length + 1;
  }
  const text = isClipped ? `${parts.join('\n')}\n` : parts.join('\n');
  const telling = lines.findIndex(({ blank, spaces }) => !blank && spaces >= indent);
  const first = telling < 0 ? lines.length : telling;
  return literal(source, text, new LineTable(own, host, text.length), bounds, { indent, first, form, isBroken });
}

function literal(source: string, text: string, table: LineTable, bounds: Bounds, block: Block): LiteralText {
  const { start, end, limit, endsWithoutBreak } = bounds;
  const endOfText = endsWithoutBreak ? text.length - 1 : text.length;
  const map: OffsetMap = {
    toHost: (offset) => (offset >= text.length ? end : table.toHost(offset)),
    toRegion(offset) {
      if (offset < start || offset > limit) return undefined;
      return offset >= end ? endOfText : table.toOwn(offset);
    },
    // Made when somebody writes: most versions of a text are only read.
    toHostEdits: (edits) => blockEdits(source, text, block.form)(edits, map),
  };
  return {
    text,
    map,
    start,
    end: limit,
    isBroken: block.isBroken,
    linesAboveFirst: block.form.linesAboveFirst,
    retyped(change) {
      const changed = changedLines(text, table, block, change);
      if (!changed) return undefined;
      const { first, last, lines, hosts } = changed;
      const [from, to] = [table.ownStart(first), table.ownStart(last)];
      const written = lines.map((line) => `${line}\n`).join('');
      let at = from;
      const own = lines.map((line) => {
        at += line.length + 1;
        return at - line.length - 1;
      });
      const { grown } = change;
      return literal(
        change.source,
        text.slice(0, from) + written + text.slice(to),
        table.replaced(first, last, { own, host: hosts }, { own: written.length - (to - from), host: grown }),
        { start, end: end + grown, limit: limit + grown, endsWithoutBreak },
        block,
      );
    },
  };
}

/** Signs of templates: a tag may hide lines from YAML, or reach over them. */
const TAG = /\{[{%#]|[}%#]\}|<[%<]|%>|[%$]\{/;

/**
 * The lines that a change has touched, as they are now. Undefined where it reaches to the line that tells the
 * indentation, or to the last, behind which the block ends; where a line is indented less than the block; and beside templates.
 */
function changedLines(
  text: string,
  table: LineTable,
  { indent, first: indenting }: Block,
  { source, span, grown }: Retyping,
) {
  const first = table.lineAtHost(span.start);
  const reached = table.lineAtHost(span.end);
  const breakAt = table.hostStart(reached) + table.ownStart(reached + 1) - table.ownStart(reached) - 1;
  // Behind its line break a line's change is one of the next line's indentation.
  const last = span.end > breakAt ? reached + 2 : reached + 1;
  if (indent < 1 || first <= indenting || last >= table.count) return undefined;
  if (TAG.test(text.slice(table.ownStart(first), table.ownStart(last)))) return undefined;
  const lineStart = source.lastIndexOf('\n', table.hostStart(first) - 1) + 1;
  const lineEnd = source.lastIndexOf('\n', table.hostStart(last) + grown - 1);
  const written = source.slice(lineStart, Math.max(lineStart, lineEnd));
  if (lineEnd < lineStart || written.includes('\r') || TAG.test(written)) return undefined;
  const lines: string[] = [];
  const hosts: number[] = [];
  let start = lineStart;
  for (const line of written.split('\n')) {
    const spaces = /^ */.exec(line)?.[0].length ?? 0;
    const isBlank = spaces === line.length;
    if (!isBlank && spaces < indent) return undefined;
    const margin = Math.min(spaces, indent);
    hosts.push(start + margin);
    lines.push(line.slice(margin));
    start += line.length + 1;
  }
  return { first, last, lines, hosts };
}

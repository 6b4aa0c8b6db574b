/** Writes into a literal block scalar, or a fence: what has to stand in the file so that a text stands in the block. */

import type { TextEdit } from '../../text/edit';
import type { OffsetMap, WriteEdits } from '../../text/offset-map';
import type { Traits } from '../traits';
import { keepFirstLine } from './first-line';

/** How a block is written. */
export interface BlockForm {
  /** What stands before each line: indentation, or a quote's `>`. */
  readonly margin: string;
  /** No number in the header tells the indentation, so the first line does: see Traits in containers/traits.ts. */
  readonly linesAboveFirst?: Traits['linesAboveFirst'];
  /** The text ends on a blank line of its own. */
  readonly endsOnBlankLine?: boolean;
}

/** The way to write into a block with this text. */
export function blockEdits(
  source: string,
  text: string,
  { margin, linesAboveFirst, endsOnBlankLine = false }: BlockForm,
): WriteEdits {
  const indent = margin.length;
  const blankMargin = margin.trimEnd();
  const lineBreak = source.includes('\r\n') ? '\r\n' : '\n';

  function toHostText(inserted: string): string {
    const lines = inserted.split(/\r?\n/);
    return lines
      .map((line, index) => {
        if (index === 0) return line;
        return (line !== '' || index === lines.length - 1 ? margin : blankMargin) + line;
      })
      .join(lineBreak);
  }

  function toHostEdit(edit: TextEdit, map: OffsetMap): TextEdit {
    const { start, end, newText: inserted } = edit;
    const hostStart = map.toHost(start);
    const next = text[end];
    let written = toHostText(inserted);
    // The line goes on with its own break: no indentation is left behind on a blank line.
    if (inserted.endsWith('\n') && (next === '\n' || next === undefined))
      written = written.slice(0, -margin.length || undefined) + blankMargin;
    const becomesBlank = inserted === '' ? next === '\n' || next === undefined : /^\r?\n/.test(inserted);
    const column = lineStartColumn(start, hostStart);
    const spaces = column === undefined || becomesBlank ? 0 : Math.max(0, indent - column);
    return {
      start: becomesBlank ? hostStart - (column ?? 0) : hostStart,
      end: map.toHost(end),
      newText: ' '.repeat(spaces) + written,
    };
  }

  /** How many spaces stand before a line of the text: a blank line may have less than the block, one below a header none. */
  function lineStartColumn(offset: number, host: number): number | undefined {
    if (offset > 0 && text[offset - 1] !== '\n') return undefined;
    const lineStart = source.lastIndexOf('\n', host - 1) + 1;
    return /^ *$/.test(source.slice(lineStart, host)) ? host - lineStart : undefined;
  }

  return (edits, map) => {
    const kept = linesAboveFirst === undefined ? edits : keepFirstLine(text, edits, linesAboveFirst);
    const inText = endsOnBlankLine ? kept : beforeLastBreak(kept, text);
    return inText.map((edit) => toHostEdit(edit, map));
  };
}

/**
 * The edits as the block can have them, none on the line behind its last one. One that would take the line break before it along
 * leaves it to that: of two lines that go at the end the first goes with the break above it as well.
 */
function beforeLastBreak(edits: readonly TextEdit[], text: string): readonly TextEdit[] {
  const result = [...edits];
  const order = [...edits.keys()].sort((a, b) => (edits[b]?.start ?? 0) - (edits[a]?.start ?? 0) || b - a);
  let limit = text.length + 1;
  for (const index of order) {
    const edit = edits[index];
    if (!edit) continue;
    const moved = edit.end > limit ? upTo(edit, limit, text) : atTextEnd(edit, text);
    result[index] = moved;
    limit = moved.start;
  }
  return result;
}

/** An edit that ends with a line break which another one takes: it gives up its own, or takes the break before it instead. */
function upTo({ start, end, newText }: TextEdit, limit: number, text: string): TextEdit {
  const wholeLines = newText === '' && start > 0 && text[start - 1] === '\n';
  return { start: wholeLines ? start - 1 : start, end: Math.min(end, limit), newText: newText.replace(/\r?\n$/, '') };
}

/**
 * Behind the last line break begins a line of the file that is not the block's. An edit that reaches there is put before
 * that break instead: `a\n` + `b\n` is `a` + `\nb` + `\n`.
 */
function atTextEnd(edit: TextEdit, text: string): TextEdit {
  const last = text.length - 1;
  if (edit.end <= last || !text.endsWith('\n')) return edit;
  const inserted = edit.newText.replace(/\r?\n$/, '');
  if (edit.start > last) {
    if (edit.newText === '') return { start: last, end: last, newText: '' };
    return last === 0 ? { start: 0, end: 0, newText: inserted } : { start: last, end: last, newText: `\n${inserted}` };
  }
  const wholeLines = edit.newText === '' && edit.start > 0 && text[edit.start - 1] === '\n';
  return { start: wholeLines ? edit.start - 1 : edit.start, end: last, newText: inserted };
}

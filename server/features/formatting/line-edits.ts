/** White space at both ends of rows, and the blank rows between them. */
import type { EditList } from './edit-list';
import { indentation } from './layout';
import { type Layout, UNKNOWN } from './row-layout';
import { isBlank, type Row } from './rows';

/** Gives a row its indentation, after a blank row when `separated`. */
export function indentRow(
  layout: Layout,
  index: number,
  insertSpaces: boolean,
  separated: boolean,
  edits: EditList,
): void {
  const { document, rows, levels, frozen } = layout;
  const row = rows[index] as Row;
  if (frozen[index]) return;
  const level = levels[index] as number;
  const indent =
    level === UNKNOWN ? document.text.slice(row.start, row.contentStart) : indentation(level, insertSpaces);
  edits.replace(row.start, row.contentStart, (separated ? lineBreakBefore(layout, index) : '') + indent);
}

/** Removes white space at the end of a row and ends the last one with a line break, unless YAML takes it from the text (`|-`). */
export function endRow(layout: Layout, index: number, edits: EditList): void {
  const { document, rows, frozen } = layout;
  const row = rows[index] as Row;
  if (frozen[index]) return;
  const blank = isBlank(row);
  const isLast = row.lineBreak === row.end && !blank && document.traits.ownsLastLineBreak;
  edits.replace(blank ? row.start : row.contentEnd, row.lineBreak, isLast ? lineBreakBefore(layout, index) : '');
}

/** Makes one row of each run of blank rows, none at both ends of the file. */
export function joinBlankRows({ rows, kinds, frozen }: Layout, edits: EditList): void {
  for (let index = 0; index < rows.length; index++) {
    if (kinds[index] !== 'blank' || frozen[index]) continue;
    const first = index;
    while (kinds[index + 1] === 'blank' && !frozen[index + 1]) index++;
    const atEnd = index === rows.length - 1;
    // An unfinished last line is about to be continued; a broken first one may mean something else at the file's start.
    if ((atEnd && frozen[first - 1]) || (first === 0 && frozen[index + 1])) continue;
    const keepsOne = first > 0 && !atEnd;
    const kept = rows[first] as Row;
    if (keepsOne) edits.replace(kept.start, kept.lineBreak, '');
    for (let blank = keepsOne ? first + 1 : first; blank <= index; blank++) {
      const row = rows[blank] as Row;
      edits.replace(row.start, row.end, '');
    }
  }
}

/**
 * The rows that a blank one must come before: the headers of root tables and of `[[runners]]`, or the first of the
 * comments directly above. Nothing is put next to a row with a syntax error: it might be where that one ends.
 */
export function separatedRows({ kinds, levels, frozen, outdented }: Layout): Set<number> {
  const separated = new Set<number>();
  for (let index = Math.max(1, outdented); index < kinds.length; index++) {
    if (kinds[index] !== 'header' || levels[index] !== 0 || frozen[index]) continue;
    let first = index;
    while (first > 0 && kinds[first - 1] === 'comment' && levels[first - 1] === 0 && !frozen[first - 1]) first--;
    if (first > 0 && kinds[first - 1] !== 'blank' && !frozen[first - 1]) separated.add(first);
  }
  return separated;
}

/** The line break of the row above, so that each part of a file keeps its style. A lone carriage return is none in TOML. */
function lineBreakBefore({ document, rows }: Layout, index: number): string {
  const before = rows[index - 1];
  const lineBreak = before ? document.text.slice(before.lineBreak, before.end) : '\n';
  return lineBreak === '\r' ? '\n' : lineBreak;
}

/** Formats as the runner itself writes its file: white space changes, and nothing else. */
import type { FormattingOptions } from 'vscode-languageserver-types';
import type { ConfigDocument } from '../meaning/document';
import type { TextEdit } from '../text/edit';
import type { Span } from '../toml/syntax';
import { EditList } from './formatting/edit-list';
import { indentation, layOut } from './formatting/layout';
import { endRow, indentRow, joinBlankRows, separatedRows } from './formatting/line-edits';
import { type Layout, UNKNOWN } from './formatting/row-layout';
import { type Row, rowAt } from './formatting/rows';
import { settled } from './formatting/settled';
import { spaceStatements } from './formatting/spacing';

/** The edits that format a whole document. Lines with a syntax error stay as they are. */
export function formatDocument(document: ConfigDocument, options: FormattingOptions): TextEdit[] {
  if (document.isOverfull) return [];
  return settled(document, (each) => format(each, options, new EditList(each.text)));
}

/** The edits that format the lines of a range. A line at whose first character the range ends is not one of them. */
export function formatRange(document: ConfigDocument, range: Span, options: FormattingOptions): TextEdit[] {
  if (document.isOverfull) return [];
  const { lines, text } = document;
  const start = lines.lineStart(lines.lineOf(range.start));
  const last = lines.lineOf(range.end > range.start ? range.end - 1 : range.end);
  const end = last + 1 < lines.count ? lines.lineStart(last + 1) : text.length + 1;
  return format(document, options, new EditList(text, (offset) => offset >= start && offset < end));
}

/**
 * The edits after a line break was typed: the line it finished is formatted and the new line is indented. `offset` is
 * behind the line break and the white space that the editor put there. Other characters change nothing.
 */
export function formatOnType(
  document: ConfigDocument,
  offset: number,
  character: string,
  options: FormattingOptions,
): TextEdit[] {
  if (character !== '\n' || document.isOverfull) return [];
  const { lines, text } = document;
  const layout = layOut(document);
  const index = rowAt(layout.rows, offset);
  const row = layout.rows[index] as Row;
  const finished = layout.rows[index - 1];
  // On a later line of its row, the caret is in a multi-line string.
  if (!finished || lines.lineOf(offset) !== lines.lineOf(row.start)) return [];
  const edits = new EditList(text, (start) => start >= finished.start && start < row.start);
  if (layout.kinds[index - 1] !== 'blank') indentRow(layout, index - 1, options.insertSpaces, false, edits);
  endRow(layout, index - 1, edits);
  spaceStatements(layout, edits);
  return [...edits.finish(), ...newLine(layout, index, options).finish()];
}

function newLine(layout: Layout, index: number, { insertSpaces }: FormattingOptions): EditList {
  const edits = new EditList(layout.document.text);
  const row = layout.rows[index] as Row;
  if (layout.kinds[index] !== 'blank') indentRow(layout, index, insertSpaces, false, edits);
  else {
    const level = levelOfNewLine(layout, index);
    if (level !== UNKNOWN) edits.replace(row.start, row.lineBreak, indentation(level, insertSpaces));
  }
  return edits;
}

/** Below a comment a blank line is for one more; below an unfinished statement it stays as the editor made it. */
function levelOfNewLine({ kinds, levels, frozen }: Layout, index: number): number {
  if (frozen[index]) return UNKNOWN;
  if (kinds[index - 1] === 'comment') return levels[index - 1] as number;
  let above = index - 1;
  while (kinds[above] === 'blank') above--;
  const unfinished = above >= 0 && frozen[above] && kinds[above] !== 'header';
  return unfinished ? UNKNOWN : (levels[index] as number);
}

function format(document: ConfigDocument, options: FormattingOptions, edits: EditList): TextEdit[] {
  const layout = layOut(document);
  const separated = separatedRows(layout);
  for (let index = 0; index < layout.rows.length; index++) {
    if (layout.kinds[index] === 'blank') continue;
    indentRow(layout, index, options.insertSpaces, separated.has(index), edits);
    endRow(layout, index, edits);
  }
  joinBlankRows(layout, edits);
  spaceStatements(layout, edits);
  return edits.finish();
}

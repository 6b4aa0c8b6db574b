/** Puts the edits of several changes together. */
import type { ConfigDocument } from '../meaning/document';
import type { TextEdit } from '../text/edit';
import type { Member } from '../toml/model';
import { type Addition, additionEdits } from './additions';
import { textStart } from './text-lines';

/** What a change comes to: edits of what is there, and what is added. */
export interface Pieces {
  readonly edits: readonly TextEdit[];
  readonly additions?: readonly Addition[];
  /** Members that get one name: what is in them must not be defined twice then. */
  readonly united?: readonly Member[];
}

/** All edits in the order of the text; undefined where one is in the way of another, or other text would suffer. */
export function joinedEdits(
  document: ConfigDocument,
  edits: readonly TextEdit[],
  additions: readonly Addition[] = [],
): TextEdit[] | undefined {
  const added = additionEdits(document, additions);
  if (!added) return undefined;
  const all = [...edits, ...added].sort((a, b) => a.start - b.start || a.end - b.end);
  if (all.some((edit, index) => collide(all[index - 1], edit))) return undefined;
  const result = bordering(all);
  return result.length < all.length ? withoutEmptyFirstLine(document, result) : result;
}

/** Of two insertions at one offset nobody knows which comes first. */
function collide(before: TextEdit | undefined, edit: TextEdit): boolean {
  if (!before) return false;
  return edit.start < before.end || (edit.start === before.start && edit.end === before.end);
}

/**
 * Makes one edit of an insertion and a removal that border on each other: at the end of a block of YAML a removal takes the line
 * break before it along.
 */
function bordering(edits: readonly TextEdit[]): TextEdit[] {
  const result: TextEdit[] = [];
  for (const edit of edits) {
    const before = result.at(-1);
    const borders = before?.end === edit.start && (before.newText === '' || edit.newText === '');
    if (before && borders && (before.start === before.end || edit.start === edit.end))
      result.splice(-1, 1, { start: before.start, end: edit.end, newText: before.newText + edit.newText });
    else result.push(edit);
  }
  return result;
}

/** When nothing of the file is left before what is added at its end, nothing is left that a break would have to follow. */
function withoutEmptyFirstLine(document: ConfigDocument, edits: TextEdit[]): TextEdit[] {
  const [edit, ...others] = edits;
  const isAll = edit?.start === textStart(document) && edit.end === document.text.length && others.length === 0;
  return isAll && edit ? [{ ...edit, newText: edit.newText.replace(/^\r?\n/, '') }] : edits;
}

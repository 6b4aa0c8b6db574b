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
  return all.some((edit, index) => collide(all[index - 1], edit)) ? undefined : withoutEmptyFirstLine(document, all);
}

/** Of two insertions at one offset nobody knows which comes first. */
function collide(before: TextEdit | undefined, edit: TextEdit): boolean {
  if (!before) return false;
  return edit.start < before.end || (edit.start === before.start && edit.end === before.end);
}

/** When nothing of the file is left before what is added at its end, nothing is left that a break would have to follow. */
function withoutEmptyFirstLine(document: ConfigDocument, edits: TextEdit[]): TextEdit[] {
  const [removal, insertion, ...others] = edits;
  const end = document.text.length;
  if (!removal || !insertion || others.length > 0 || removal.newText !== '') return edits;
  if (removal.start !== textStart(document) || removal.end !== end || insertion.start !== end) return edits;
  return [{ ...removal, newText: insertion.newText.replace(/^\r?\n/, '') }];
}

/** Edits of several fixes that can be applied together: none touches another's. */
import type { TextEdit } from './edit';
import { countBefore } from './search';

export class EditList {
  /** In the order of the text. */
  readonly edits: TextEdit[] = [];

  /** Adds the edits of one fix, unless one of them is in the way of an edit that is there: then the answer is false. */
  add(edits: readonly TextEdit[]): boolean {
    if (edits.some((edit) => this.collides(edit))) return false;
    for (const edit of edits) this.edits.splice(this.placeOf(edit.start + 1), 0, edit);
    return true;
  }

  private collides(edit: TextEdit): boolean {
    // Only the edits next to it in the text can touch it.
    for (let index = this.placeOf(edit.end + 1) - 1; index >= 0; index--) {
      const other = this.edits[index];
      if (!other || other.end < edit.start) return false;
      if (touches(edit, other)) return true;
    }
    return false;
  }

  /** The index of the first edit that starts at or after an offset. */
  private placeOf(offset: number): number {
    return countBefore(this.edits.length, (index) => (this.edits[index]?.start ?? 0) < offset);
  }
}

/** Text that is removed may border on other text that is removed; everything else needs a distance. */
function touches(a: TextEdit, b: TextEdit): boolean {
  if (a.start > b.end || b.start > a.end) return false;
  const removal = a.newText === '' && b.newText === '';
  return !removal || a.start === b.start || (a.start < b.end && b.start < a.end);
}

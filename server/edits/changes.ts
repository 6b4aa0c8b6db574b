/** Makes text edits of changes. */
import type { Change } from '../meaning/change';
import type { ConfigDocument } from '../meaning/document';
import type { TextEdit } from '../text/edit';

/** The edits of changes that are made together, in the order of the text; undefined where other text would suffer. */
export function editsOf(_document: ConfigDocument, changes: readonly Change[]): TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const change of changes) {
    if (change.op !== 'replace') return undefined;
    edits.push({ ...change.span, newText: change.text });
  }
  return edits;
}

/**
 * Formatting that has nothing to do the second time. In a sound text it never has; where templates or mistakes hide what a line
 * is, a line that moved may look like another one.
 */
import type { ConfigDocument } from '../../meaning/document';
import { applyEdits, type TextEdit } from '../../text/edit';
import { EditList } from './edit-list';

/** So often it may take another look. */
const ROUNDS = 4;

/** The edits after which `format` has no more; none where it never ends. */
export function settled(document: ConfigDocument, format: (document: ConfigDocument) => TextEdit[]): TextEdit[] {
  const first = format(document);
  const isSound = document.templates.length === 0 && document.syntaxProblems.length === 0;
  if (isSound || first.length === 0) return first;
  let text = applyEdits(document.text, first);
  for (let round = 0; round < ROUNDS; round++) {
    const more = format(document.withText(text));
    if (more.length === 0) return round === 0 ? first : whiteSpaceEdits(document.text, text);
    text = applyEdits(text, more);
  }
  return [];
}

/** The edits between two texts that differ in nothing but white space. */
function whiteSpaceEdits(before: string, after: string): TextEdit[] {
  const edits = new EditList(before);
  let at = 0;
  for (let other = 0; at < before.length || other < after.length; at++, other++) {
    const [end, otherEnd] = [blankEnd(before, at), blankEnd(after, other)];
    edits.replace(at, end, after.slice(other, otherEnd));
    at = end;
    other = otherEnd;
    if (before.charAt(at) !== after.charAt(other)) return [];
  }
  return edits.finish();
}

function blankEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && ' \t\r\n'.includes(text.charAt(end))) end++;
  return end;
}

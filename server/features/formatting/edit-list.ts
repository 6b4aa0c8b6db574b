/** Collects replacements of white space and makes each as small as it can be. */
import type { TextEdit } from '../../text/edit';

export class EditList {
  private readonly edits: TextEdit[] = [];

  /** `accepts` tells by its start whether an edit is wanted at all. */
  constructor(
    private readonly text: string,
    private readonly accepts: (offset: number) => boolean = () => true,
  ) {}

  /** Replaces a span. Does nothing where the text is right already, or where something else than white space would go. */
  replace(start: number, end: number, newText: string): void {
    const old = this.text.slice(start, end);
    if (old === newText || !/^[ \t\r\n]*$/.test(old) || !this.accepts(start)) return;
    let from = 0;
    const shorter = Math.min(old.length, newText.length);
    while (from < shorter && old.charAt(from) === newText.charAt(from)) from++;
    let same = 0;
    while (same < shorter - from && old.charAt(old.length - 1 - same) === newText.charAt(newText.length - 1 - same)) {
      same++;
    }
    // A position between the two characters of a CRLF does not exist for an editor.
    if (old.charAt(from - 1) === '\r' && (old.charAt(from) === '\n' || newText.charAt(from) === '\n')) from--;
    if (same > 0 && old.charAt(old.length - same) === '\n' && old.charAt(old.length - same - 1) === '\r') same--;
    this.edits.push({ start: start + from, end: end - same, newText: newText.slice(from, newText.length - same) });
  }

  /** The edits in the order of the text; those that touch are one, and so many that stand in a row that an editor can take them. */
  finish(): TextEdit[] {
    const edits = this.touching();
    return edits.length <= MOST_EDITS ? edits : joined(edits, this.text);
  }

  private touching(): TextEdit[] {
    const merged: TextEdit[] = [];
    for (const edit of this.edits.sort((a, b) => a.start - b.start || a.end - b.end)) {
      const last = merged[merged.length - 1];
      if (last && last.end === edit.start) {
        merged[merged.length - 1] = { start: last.start, end: edit.end, newText: last.newText + edit.newText };
      } else merged.push(edit);
    }
    return merged;
  }
}

/** More are a burden to an editor: each of them is five objects in the answer, and a step of its own in applying it. */
const MOST_EDITS = 20_000;

/** Fewer edits that do the same: each does what several in a row do, and writes what stands between them as it is. */
function joined(edits: readonly TextEdit[], text: string): TextEdit[] {
  const inOne = Math.ceil(edits.length / MOST_EDITS);
  const result: TextEdit[] = [];
  for (let index = 0; index < edits.length; index += inOne) {
    const group = edits.slice(index, index + inOne);
    let at = group[0]?.start ?? 0;
    const start = at;
    let newText = '';
    for (const edit of group) {
      newText += text.slice(at, edit.start) + edit.newText;
      at = edit.end;
    }
    result.push({ start, end: at, newText });
  }
  return result;
}

/**
 * The first line of a block scalar tells the indentation of all: were it indented more, the lines that are not would end the
 * block, and the YAML with it.
 */
import type { TextEdit } from '../../text/edit';

/** The edits, without the spaces that the first line that is not blank would begin with after them. */
export function keepFirstLine(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const result = [...edits];
  let at = 0;
  for (const [index, edit] of [...edits.entries()].sort(([, a], [, b]) => a.start - b.start)) {
    const spaces = spacesOfFirstLine(text.slice(at, edit.start));
    if (spaces) return withoutSpaces(result, at, spaces);
    const blank = /^[ \r\n]*/.exec(edit.newText)?.[0] ?? '';
    result[index] = { ...edit, newText: blank.replaceAll(' ', '') + edit.newText.slice(blank.length) };
    if (blank.length < edit.newText.length) return result;
    at = edit.end;
  }
  const spaces = spacesOfFirstLine(text.slice(at));
  return spaces ? withoutSpaces(result, at, spaces) : result;
}

/** The spaces before the first character that is none, on its line; undefined where all is blank. */
function spacesOfFirstLine(text: string): { start: number; end: number } | undefined {
  const blank = /^[ \n]*(?=[^ \n])/.exec(text)?.[0];
  return blank === undefined ? undefined : { start: blank.lastIndexOf('\n') + 1, end: blank.length };
}

/** Adds their removal behind the other edits; `at` is where the last of these ends. */
function withoutSpaces(edits: readonly TextEdit[], at: number, { start, end }: { start: number; end: number }) {
  return start === end || at === 0 ? edits : [...edits, { start: at + start, end: at + end, newText: '' }];
}

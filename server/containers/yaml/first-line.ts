/**
 * The first line of a block scalar tells the indentation of all: were it indented more, the lines that are not would end the
 * block, and the YAML with it. Lines of templates above it, which are none by the time that YAML is read, tell nothing.
 */
import type { TextEdit } from '../../text/edit';
import { writtenLineStart } from '../../text/written-line';

/**
 * The edits, without the spaces that the first line would begin with after them. `above` is how many lines stand above it that
 * are not blank.
 */
export function keepFirstLine(text: string, edits: readonly TextEdit[], above: number): readonly TextEdit[] {
  const result = [...edits];
  let at = above > 0 ? writtenLineStart(text, above) : 0;
  const from = at;
  for (const [index, edit] of [...edits.entries()].sort(([, a], [, b]) => a.start - b.start)) {
    if (edit.end < from || (edit.end === from && edit.start < from)) continue;
    const spaces = spacesOfFirstLine(text.slice(at, edit.start));
    if (spaces) return withoutSpaces(result, { at, from, spaces });
    const blank = /^[ \r\n]*/.exec(edit.newText)?.[0] ?? '';
    result[index] = { ...edit, newText: blank.replaceAll(' ', '') + edit.newText.slice(blank.length) };
    if (blank.length < edit.newText.length) return result;
    at = edit.end;
  }
  const spaces = spacesOfFirstLine(text.slice(at));
  return spaces ? withoutSpaces(result, { at, from, spaces }) : result;
}

/** The spaces before the first character that is none, on its line; undefined where all is blank. */
function spacesOfFirstLine(text: string): { start: number; end: number } | undefined {
  const blank = /^[ \n]*(?=[^ \n])/.exec(text)?.[0];
  return blank === undefined ? undefined : { start: blank.lastIndexOf('\n') + 1, end: blank.length };
}

interface Leading {
  /** Where the last of the other edits ends. */
  readonly at: number;
  /** Where the line begins that told the indentation before. */
  readonly from: number;
  readonly spaces: { readonly start: number; readonly end: number };
}

/** Adds the removal of spaces behind the other edits. */
function withoutSpaces(edits: readonly TextEdit[], { at, from, spaces: { start, end } }: Leading) {
  return start === end || at === from ? edits : [...edits, { start: at + start, end: at + end, newText: '' }];
}

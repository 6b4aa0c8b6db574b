/** Whether a text is as sound after edits as before. */
import type { ConfigDocument } from '../meaning/document';
import { sectionAt } from '../meaning/locate';
import { applyEdits, type TextEdit } from '../text/edit';
import { buildModel } from '../toml/build-model';
import type { Member } from '../toml/model';
import { parseToml } from '../toml/parser';

/**
 * Whether edits define nothing twice. Only the sections are read that they touch and in which `members`, all of one table, are
 * named: with a thousand runners there may be a thousand such edits.
 */
export function staysSound(document: ConfigDocument, members: readonly Member[], edits: readonly TextEdit[]): boolean {
  const starts = [...members.map(({ key }) => key.start), ...edits.map((edit) => edit.start)];
  const ends = [...members.map(({ key, keys }) => (keys.at(-1) ?? key).start), ...edits.map((edit) => edit.end)];
  const first = sectionAt(
    document,
    starts.reduce((least, offset) => Math.min(least, offset)),
  );
  const last = ends.reduce((most, offset) => Math.max(most, offset));
  const { start } = first;
  const end = Math.max(last, sectionAt(document, last).end);
  const before = document.syntax.text.slice(start, end);
  const inside = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return problems(applyEdits(before, inside)) <= problems(before);
}

function problems(text: string): number {
  const syntax = parseToml(text);
  return syntax.problems.length + buildModel(syntax).problems.length;
}

/** Gives all spellings of a key the documented one, where the file then still is what it was. */

import type { ConfigDocument } from '../meaning/document';
import { sectionAt } from '../meaning/locate';
import type { TableVisit } from '../meaning/visit';
import type { KeySchema } from '../schema/types';
import type { TextEdit } from '../text/edit';
import { applyEdits } from '../text/edit';
import { buildModel } from '../toml/build-model';
import type { Member } from '../toml/model';
import { parseToml } from '../toml/parser';

/** The members of a table that are one key to the runner. */
export function spellings({ table, schema, context }: TableVisit, key: KeySchema): Member[] {
  return [...table.members.values()].filter(({ name }) => context.schema.find(schema, name)?.schema === key);
}

/** The edits that give members the documented name wherever they are named. */
export function renames(members: readonly Member[], { name }: KeySchema): TextEdit[] {
  return members
    .filter((member) => member.name !== name)
    .flatMap(({ keys }) => keys.map(({ start, end }) => ({ start, end, newText: name })));
}

/**
 * Whether edits define nothing twice. Only the sections are read in which `members`, all of one table, are named: with a
 * thousand runners there may be a thousand such edits.
 */
export function staysSound(document: ConfigDocument, members: readonly Member[], edits: readonly TextEdit[]): boolean {
  const start = Math.min(...members.map(({ key }) => sectionAt(document, key.start).start));
  const end = Math.max(...members.map(({ key, keys }) => sectionAt(document, (keys.at(-1) ?? key).start).end));
  const before = document.syntax.text.slice(start, end);
  const inside = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return problems(applyEdits(before, inside)) <= problems(before);
}

function problems(text: string): number {
  const syntax = parseToml(text);
  return syntax.problems.length + buildModel(syntax).problems.length;
}

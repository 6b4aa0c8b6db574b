/** Gives all spellings of a key the documented one, where the file then still is what it was. */
import type { TableVisit } from '../check/rule';
import type { ConfigDocument } from '../document';
import type { TextEdit } from '../finding';
import { sectionAt } from '../locate';
import type { KeySchema } from '../schema/types';
import { buildModel } from '../toml/build-model';
import type { Member } from '../toml/model';
import { parseToml } from '../toml/parser';
import { applyEdits } from './apply-edits';

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

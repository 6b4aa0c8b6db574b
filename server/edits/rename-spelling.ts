/** Gives all spellings of a key the documented one, where the file then still is what it was. */
import type { TableVisit } from '../meaning/visit';
import type { KeySchema } from '../schema/types';
import type { TextEdit } from '../text/edit';
import type { Member } from '../toml/model';

export { staysSound } from './soundness';

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

/** The spellings of a key in a table. */
import type { TableVisit } from '../meaning/visit';
import type { KeySchema } from '../schema/types';
import type { Member } from '../toml/model';

/** The members of a table that are one key to the runner. */
export function spellings({ table, schema, context }: TableVisit, key: KeySchema): Member[] {
  return [...table.members.values()].filter(({ name }) => context.schema.find(schema, name)?.schema === key);
}

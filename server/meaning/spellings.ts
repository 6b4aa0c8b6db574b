/** The spellings of a key in a table. */

import type { KeySchema } from '../schema/types';
import type { Member } from '../toml/model';
import type { TableVisit } from './visit';

/** The members of a table that are one key to the runner. */
export function spellings({ table, schema, context }: TableVisit, key: KeySchema): Member[] {
  return [...table.members.values()].filter(({ name }) => context.schema.find(schema, name)?.schema === key);
}

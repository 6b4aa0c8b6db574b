/** Keys that are in a runner under a wrong name or in a wrong table of it: they are not missing, and one more would be a second one. */
import type { KeySchema } from '../schema/types';
import { elementsOf } from './runners';
import { isUnknownName, meaningOf } from './unknown-name';
import type { TableVisit } from './visit';

/** Whether some key in the table, or in the tables below it, was meant as this one. */
export function isWrittenFor(visit: TableVisit, meant: KeySchema): boolean {
  const { table, schema, context, path } = visit;
  for (const member of table.members.values()) {
    const match = context.schema.find(schema, member.name);
    if (match) {
      const { kind } = match.schema;
      if (kind !== 'table' && kind !== 'array-of-tables') continue;
      const below = elementsOf(member.node).some((next) =>
        isWrittenFor({ ...visit, table: next, schema: match.schema, path: [...path, member.name] }, meant),
      );
      if (below) return true;
    } else if (member.node.type === 'value') {
      const key = { ...visit, member, key: undefined, exact: true };
      if (!isUnknownName(key)) continue;
      const meaning = meaningOf(key);
      if ((meaning.kind === 'misplaced' || meaning.kind === 'misspelled') && meaning.key === meant) return true;
    }
  }
  return false;
}

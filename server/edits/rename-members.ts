/** Gives members of a table another name. */
import { memberOf } from '../meaning/members';
import type { TableVisit } from '../meaning/visit';
import type { Member } from '../toml/model';
import { keyText } from '../toml/write';
import type { Pieces } from './joined-edits';

/** Gives members of a table another name; undefined where another key has it, unless that is a spelling of the same one. */
export function renameMembers(visit: TableVisit, members: readonly Member[], to: string): Pieces | undefined {
  const { table } = visit;
  const others = members.filter(({ name }) => name !== to);
  const isSpelling = others.every(({ name }) => name.toLowerCase() === to.toLowerCase());
  const holder = isSpelling ? table.members.get(to) : memberOf(table, to);
  if (holder && !isSpelling && !members.includes(holder)) return undefined;
  const edits = others.flatMap(({ keys }) => keys.map(({ start, end }) => ({ start, end, newText: keyText(to) })));
  const all = holder && !others.includes(holder) ? [...others, holder] : others;
  return { edits, united: all.length > 1 ? all : [] };
}

/** Members of a table as the runner finds them: ignoring the case of their names. */
import type { Member, TableNode } from '../toml/model';

/** For each table its members by their folded names; a table does not change once it is built. */
const foldedMembers = new WeakMap<TableNode, ReadonlyMap<string, Member>>();

/** The member of this name, to the letter if there is one, else the first in another case. */
export function memberOf(table: TableNode, name: string): Member | undefined {
  return table.members.get(name) ?? folded(table).get(name.toLowerCase());
}

function folded(table: TableNode): ReadonlyMap<string, Member> {
  let members = foldedMembers.get(table);
  if (!members) {
    members = hasCapitals(table) ? byFoldedName(table) : table.members;
    foldedMembers.set(table, members);
  }
  return members;
}

function hasCapitals({ members }: TableNode): boolean {
  for (const name of members.keys()) if (name !== name.toLowerCase()) return true;
  return false;
}

function byFoldedName(table: TableNode): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>();
  for (const member of table.members.values()) {
    const name = member.name.toLowerCase();
    if (!members.has(name)) members.set(name, member);
  }
  return members;
}

/** The table that a table, or an entry of a list of tables, stands in. */
export function tableAround(table: TableNode | undefined): TableNode | undefined {
  const parent = table?.parent;
  return parent?.type === 'array-of-tables' ? parent.parent : parent;
}

/** Members of a table as the runner finds them: ignoring the case of their names. */
import type { Member, TableNode } from '../toml/model';

/** The member of this name, to the letter if there is one, else in another case. */
export function memberOf(table: TableNode, name: string): Member | undefined {
  const exact = table.members.get(name);
  if (exact) return exact;
  const folded = name.toLowerCase();
  for (const member of table.members.values()) if (member.name.toLowerCase() === folded) return member;
  return undefined;
}

/** The text of a string key of a table. */
export function stringMember(table: TableNode, name: string): string | undefined {
  const node = memberOf(table, name)?.node;
  return node?.type === 'value' && node.value.type === 'string' ? node.value.value : undefined;
}

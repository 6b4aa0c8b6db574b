/** The names that a table holds already. */
import { type KeyPlace, sectionPath, type TablePlace, tableAt } from '../../meaning/locate';
import { fold } from '../../schema/lookup';
import type { TableNode } from '../../toml/model';
import type { InlineTableValue, KeyValue } from '../../toml/syntax';
import { isTyped } from './free-tables';
import type { Query } from './query';

/** The names in the table, folded, and as `=name` to the letter; undefined when dotted keys may not add to it. */
export function takenNames(
  query: Query,
  place: KeyPlace | TablePlace,
  above: readonly string[],
): Set<string> | undefined {
  const typed = place.kind === 'key' ? place.pair : undefined;
  const taken = new Set<string>();
  const take = (name: string) => taken.add(fold(name)).add(`=${name}`);
  if (place.inline) {
    for (const pair of place.inline.pairs) {
      const { segments } = pair.key;
      if (pair === typed || !above.every((name, index) => segments[index]?.name === name)) continue;
      const segment = segments[above.length];
      if (segment) take(segment.name);
    }
    // A header of the same name adds to the table in the eyes of what comes below; the document is broken, but why break it more.
    const table = above.length === 0 ? inlineNode(query, place, place.inline) : undefined;
    for (const member of table?.members.values() ?? []) if (!isTyped(member, typed?.key)) take(member.name);
    return taken;
  }
  const table = dottedTable(tableAt(query.document, place.section), above, typed);
  if (!table) return undefined;
  for (const member of table.members.values()) if (!isTyped(member, typed?.key)) take(member.name);
  return taken;
}

/** The model's table for the inline table that is a pair's whole value. */
function inlineNode(query: Query, place: KeyPlace | TablePlace, inline: InlineTableValue): TableNode | undefined {
  const path = place.kind === 'key' ? place.container : place.path;
  let table = tableAt(query.document, place.section);
  for (const name of path.slice(sectionPath(place.section).length)) {
    const node = table.members.get(name)?.node;
    if (node?.type !== 'table') return undefined;
    table = node;
  }
  return table.inline === inline ? table : undefined;
}

/** The table that dotted keys lead to, if they may: what a header or an inline table defines is closed to them. */
function dottedTable(table: TableNode, above: readonly string[], typed: KeyValue | undefined): TableNode | undefined {
  let current = table;
  for (const name of above) {
    const member = current.members.get(name);
    if (!member) return { type: 'table', parent: current, members: new Map(), sections: [], inline: undefined };
    const { node } = member;
    if (node.type !== 'table' || node.inline || node.sections.length > 0) return undefined;
    if (typed && !isTyped(member, typed.key) && !isDotted(node)) return undefined;
    current = node;
  }
  return current;
}

/** Whether pairs, not longer headers, made a table. */
function isDotted(table: TableNode): boolean {
  for (const { pair, node } of table.members.values()) {
    if (!pair && !(node.type === 'table' && node.sections.length === 0 && isDotted(node))) return false;
  }
  return true;
}

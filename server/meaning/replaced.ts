/**
 * What takes the place of a definition that the specification forbids to define again. The runner loads some of those, a table over an
 * array for one, and reads the later: what is wrong with the type of the first stops nothing.
 */
import type { Member, TableNode } from '../toml/model';
import type { ConfigDocument } from './document';
import { locate } from './locate';
import type { KeyVisit } from './visit';

/** Whether the runner reads a table in the place of an array, the first definition of a name. */
export function isReplacedByTable({ document, member: { key, node } }: KeyVisit): boolean {
  if (node.type !== 'value' || node.value.type !== 'array') return false;
  return document.syntaxProblems.some(
    ({ code, severity, related }) =>
      code === 'redefined-table' && severity === 'warning' && related?.start === key.start,
  );
}

/** Whether the runner reads an array in the place of a table, the first definition of a name, or of one that it is in. */
export function isReplacedByArray({ document, member, table }: KeyVisit): boolean {
  if (member.node.type !== 'table') return false;
  let starts = byArrays.get(document);
  if (!starts) {
    starts = startsOfReplaced(document);
    byArrays.set(document, starts);
  }
  const replaced = starts;
  return replaced.size > 0 && [member, ...membersAbove(table)].some(({ key }) => replaced.has(key.start));
}

/** Where the definitions stand that an array takes the place of; found once for a document. */
const byArrays = new WeakMap<ConfigDocument, ReadonlySet<number>>();

function startsOfReplaced(document: ConfigDocument): ReadonlySet<number> {
  return new Set(
    document.syntaxProblems.flatMap(({ code, severity, related, start }) =>
      code === 'duplicate-key' && severity === 'warning' && related && isArrayAt(document, start) ? related.start : [],
    ),
  );
}

function isArrayAt(document: ConfigDocument, offset: number): boolean {
  const place = locate(document, offset);
  return place.kind === 'key' && place.pair?.value.type === 'array';
}

/** The members that hold a table, from the inside. */
function membersAbove(table: TableNode): Member[] {
  const { parent } = table;
  const holder = parent?.type === 'array-of-tables' ? parent.parent : parent;
  if (!holder) return [];
  const own = [...holder.members.values()].find(({ node }) => node === table || node === parent);
  return [...(own ? [own] : []), ...membersAbove(holder)];
}

/** What the runner makes of two spellings of one key; evidence: rules/shape/duplicate-key.ts. */
import type { KeySchema } from '../schema/types';
import type { Member, Node, TableNode } from '../toml/model';
import { memberOf } from './members';
import type { KeyVisit, TableVisit } from './visit';

/** Whether a key stands beside its documented spelling in such a way that the runner loses something. */
export function isDuplicate(visit: KeyVisit): boolean {
  const { key, member, table } = visit;
  const other = key && table.members.get(key.name);
  if (!key || !other || other === member) return false;
  return lossOf(visit, key, other, member) !== undefined;
}

/** What is lost: one of two values, entries of lists, or one of the two things that have this name in both of two tables. */
export type Loss = { readonly of: 'values' | 'lists' } | { readonly of: 'tables'; readonly name: string };

/** What the runner loses of two spellings; undefined where nothing is lost, or another rule says why the file is refused. */
export function lossOf({ context }: TableVisit, key: KeySchema, first: Member, second: Member): Loss | undefined {
  const [a, b] = [first.node, second.node];
  if (a.type === 'table' && b.type === 'table') {
    const name = key.kind === 'array-of-tables' ? undefined : commonName(a, b, key, context.schema.find);
    return name === undefined ? undefined : { of: 'tables', name };
  }
  if (a.type === 'table' || b.type === 'table') return undefined;
  if (key.kind === 'array-of-tables' && isList(a) && isList(b)) return { of: 'lists' };
  return a.type === 'value' && b.type === 'value' ? { of: 'values' } : undefined;
}

function isList(node: Node): boolean {
  return node.type === 'array-of-tables' || (node.type === 'value' && node.value.type === 'array');
}

/** A name that stands in both of two tables, or in two tables of one name in them. The names of a map are matched to the letter. */
function commonName(
  a: TableNode,
  b: TableNode,
  schema: KeySchema,
  find: (schema: KeySchema, name: string) => { readonly schema: KeySchema } | undefined,
): string | undefined {
  for (const { name, node } of b.members.values()) {
    const key = find(schema, name)?.schema;
    if (!key && schema.kind !== 'map') continue;
    const other = (key ? memberOf(a, name) : a.members.get(name))?.node;
    if (!other) continue;
    if (!key || node.type !== 'table' || other.type !== 'table') return name;
    const below = commonName(other, node, key, find);
    if (below !== undefined) return below;
  }
  return undefined;
}

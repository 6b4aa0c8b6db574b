/** Finds what a name that the runner does not know was meant to be. */

import aliases from '../../schemas/aliases.json';
import type { KeySchema } from '../schema/types';
import type { TableNode } from '../toml/model';
import type { KeyVisit } from './rule';

/** A name without what people vary: case, `_`, `-` and the humps of camel case. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[_\-\s]/g, '');
}

/** The number of letters to insert, remove, replace or swap to get from one name to the other; more than `limit` is `limit + 1`. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let twoBefore: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((before[j] as number) + 1, (row[j - 1] as number) + 1, (before[j - 1] as number) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, (twoBefore[j - 2] as number) + 1);
      }
      row.push(value);
      best = Math.min(best, value);
    }
    if (best > limit) return limit + 1;
    twoBefore = before;
    before = row;
  }
  return before[b.length] as number;
}

/** The key of `table` whose name is nearest to a misspelled one, if any is near enough to be meant. */
export function nearestKey(name: string, table: KeySchema, free: (key: KeySchema) => boolean): KeySchema | undefined {
  const alias = (aliases as Record<string, Record<string, string>>)[table.path]?.[name];
  const meant = alias === undefined ? undefined : table.children.get(alias);
  if (meant) return meant;
  const wanted = plain(name);
  const limit = wanted.length <= 3 ? 1 : Math.min(3, Math.floor(wanted.length / 3));
  let nearest: KeySchema | undefined;
  let smallest = limit + 1;
  for (const key of table.children.values()) {
    const found = distance(wanted, plain(key.name), limit);
    // A key that is there already is not what was meant, unless nothing else comes near.
    const weighted = free(key) ? found : found + 0.5;
    if (weighted < smallest) {
      nearest = key;
      smallest = weighted;
    }
  }
  return nearest;
}

/** Where a known name that stands in the wrong table belongs, best place first; empty when it is known nowhere. */
export function placesFor(visit: KeyVisit): readonly KeySchema[] {
  const { member, schema, context } = visit;
  const isTable = member.node.type !== 'value';
  const candidates = context.schema
    .named(member.name)
    .filter((key) => key.parent !== schema && (key.kind === 'table' || key.kind === 'array-of-tables') === isTable)
    .filter((key) => isTable || fits(key, visit));
  const executors = executorsOf(visit);
  const rank = (key: KeySchema): number => {
    const parent = key.parent as KeySchema;
    // The line slipped below a sub-table's header: by far the most frequent mistake.
    if (isAncestor(parent, schema)) return 0;
    if (key.executors.length > 0 && !key.executors.some((executor) => executors.has(executor))) return 9;
    if (parent.parent === schema || parent === schema.parent) return 1;
    if (parent.parent === schema.parent) return 2;
    return parent.path.split('.').length + 2;
  };
  const ranked = candidates.map((key) => ({ key, rank: rank(key) })).sort((a, b) => a.rank - b.rank);
  const near = ranked.filter((candidate) => candidate.rank < 9);
  return (near.length > 0 ? near : ranked).map((candidate) => candidate.key);
}

/** Whether the value could be one of the key's: a list named `volumes` is no table of Kubernetes volumes. */
function fits(key: KeySchema, visit: KeyVisit): boolean {
  const { node } = visit.member;
  if (node.type !== 'value') return true;
  if (key.kind === 'table' || key.kind === 'array-of-tables' || key.kind === 'map') return false;
  return (node.value.type === 'array') === (key.kind === 'array') || key.kind === 'string-or-array';
}

function isAncestor(table: KeySchema, of: KeySchema): boolean {
  for (let parent = of.parent; parent; parent = parent.parent) if (parent === table) return true;
  return false;
}

/** The executors that the runner around a key may use: the one it names, else those whose tables it has. */
function executorsOf(visit: KeyVisit): ReadonlySet<string> {
  const { runner } = visit;
  const executors = new Set<string>();
  if (!runner) return executors;
  const named = stringMember(runner, 'executor');
  if (named !== undefined) return executors.add(named);
  const schema = visit.context.schema.byPath('runners[]');
  for (const member of runner.members.values()) {
    for (const executor of schema?.children.get(member.name)?.executors ?? []) executors.add(executor);
  }
  return executors;
}

/** The text of a string key of a table, whatever the case of its name. */
export function stringMember(table: TableNode, name: string): string | undefined {
  for (const member of table.members.values()) {
    if (member.name.toLowerCase() !== name || member.node.type !== 'value') continue;
    const { value } = member.node;
    if (value.type === 'string') return value.value;
  }
  return undefined;
}

/** How a schema path is written as a header: `runners[].docker.services[]` is `[[runners.docker.services]]`. */
export function headerOf(key: KeySchema): string {
  if (key.path === '') return 'the top of the file';
  const name = key.path.replaceAll('[]', '');
  return key.kind === 'array-of-tables' ? `[[${name}]]` : `[${name}]`;
}

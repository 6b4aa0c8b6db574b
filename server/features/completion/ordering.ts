/** Most useful first: required keys, those that schemas/completion-order.json names, the other keys, the tables; what is deprecated last. */
import { fold } from '../../schema/lookup';
import { loadSchema } from '../../schema/schema';
import type { Enumeration, KeySchema } from '../../schema/types';
import type { TableNode } from '../../toml/model';

/** Whether nobody should write the key any more. */
export function isOutdated(key: KeySchema): boolean {
  return (
    key.deprecated ||
    key.removed !== undefined ||
    key.noEffectSince !== undefined ||
    key.sectionDeprecated !== undefined
  );
}

const ranks = new WeakMap<KeySchema, ReadonlyMap<string, number>>();

function rankOf(parent: KeySchema, name: string): number | undefined {
  let known = ranks.get(parent);
  if (!known) {
    known = new Map((loadSchema().completionOrder.keys[parent.path] ?? []).map((listed, index) => [listed, index]));
    ranks.set(parent, known);
  }
  return known.get(name);
}

/**
 * The sort text of a key below `parent`; `name` may be dotted (`volumes.host_path`). What another executor than the
 * runner's reads comes after the rest.
 */
export function sortText(parent: KeySchema, name: string, key: KeySchema, executor: string | undefined): string {
  const group = isOutdated(key) ? 3 : suits(key, executor) ? 1 : 2;
  const rank = rankOf(parent, name);
  const required = parent.required.findIndex((needed) => needed.name === name);
  const isTable = key.kind === 'table' || key.kind === 'array-of-tables' || key.kind === 'map';
  const place = required >= 0 ? `a${two(required)}` : rank !== undefined ? `b${two(rank)}` : isTable ? 'd' : 'c';
  return `${group}${isMainTable(parent, key, executor) ? '0' : place}${name}`;
}

const two = (index: number): string => String(index).padStart(2, '0');

/** Whether the executor reads the key, as far as one knows. */
function suits(key: KeySchema, executor: string | undefined): boolean {
  return executor === undefined || key.executors.length === 0 || key.executors.includes(executor);
}

/** `[runners.docker]` of a runner with the docker executor: the table that a runner cannot do without. */
function isMainTable(parent: KeySchema, key: KeySchema, executor: string | undefined): boolean {
  return executor !== undefined && parent.executors.length === 0 && key.executors.includes(executor);
}

/** The values of an enumeration that are worth offering, most useful first. */
export function orderedValues(enumeration: Enumeration): string[] {
  const { values, notOffered } = loadSchema().completionOrder;
  const hidden = notOffered[enumeration.name] ?? [];
  const first = (values[enumeration.name] ?? []).filter((value) => enumeration.values.includes(value));
  const rest = enumeration.values.filter((value) => value !== '' && !first.includes(value) && !hidden.includes(value));
  return [...first, ...rest];
}

/** Text that puts the feature flags that people set before the others. */
export function flagRank(name: string): string {
  const rank = loadSchema().completionOrder.flags.indexOf(name);
  return rank < 0 ? '99' : two(rank);
}

/** The executor of the runner that a table belongs to. */
export function executorOf(table: TableNode): string | undefined {
  let runner: TableNode | undefined = table;
  while (runner?.parent) {
    const above: TableNode['parent'] = runner.parent;
    if (above.type === 'array-of-tables' && above.parent.parent === undefined) break;
    runner = above.type === 'table' ? above : above.parent;
  }
  for (const member of runner?.members.values() ?? []) {
    if (fold(member.name) !== 'executor' || member.node.type !== 'value') continue;
    return member.node.value.type === 'string' ? member.node.value.value || undefined : undefined;
  }
  return undefined;
}

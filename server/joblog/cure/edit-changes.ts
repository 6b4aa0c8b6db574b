/** Makes the change of a configuration that an edit of a log's explanation stands for. */
import type { Change } from '../../meaning/change';
import { memberOf } from '../../meaning/members';
import { elementsOf } from '../../meaning/runners';
import { tableView } from '../../meaning/table-view';
import type { TableVisit } from '../../meaning/visit';
import type { KeySchema, Schema } from '../../schema/types';
import type { TableNode } from '../../toml/model';
import type { Edit, EditValue } from '../types';
import { currentValue, isSettled, itemIndex, memberAt } from './written';

/** `settled`: the file says it already. Undefined: the runner that the file is for has no such key. */
export type Made = Change | 'settled' | undefined;

/** The change; `from` is the runner, or the root table for keys of the whole file. */
export function changeOf(edit: Edit, from: TableVisit): Made {
  if (edit.op === 'append-table') return newTable(edit, from);
  const key = keyOf(edit, from.context.schema);
  if (!key) return undefined;
  const valueAt = (name: string) => memberAt(from.table, [...namesBelow(edit.table), name]);
  const member = valueAt(key.name);
  const current = currentValue(member, key);
  if (Array.isArray(edit.written) && !edit.written.some(valueAt)) return 'settled';
  if (isSettled(edit, current)) return 'settled';
  if (edit.op === 'remove') return removal(edit, from, key, current);
  if (edit.value === undefined) return undefined;
  const isList = edit.op === 'append' && (key.kind === 'array' || key.kind === 'string-or-array');
  return { op: isList ? 'append' : 'set', from, key, value: { json: edit.value } };
}

/** The key of the schema; an entry of a map gets one of its own. */
export function keyOf({ table, key = '' }: Edit, schema: Schema): KeySchema | undefined {
  const parent = table === '' ? schema.root : schema.byPath(table);
  if (!parent || parent.ahead) return undefined;
  if (parent.kind === 'map') return entryOf(parent, key);
  const found = parent.children.get(key);
  return found?.ahead ? undefined : found;
}

function entryOf(map: KeySchema, name: string): KeySchema {
  const kind = map.itemKind === undefined || map.itemKind === 'any' ? 'string' : map.itemKind;
  return { ...map, path: `${map.path}.${name}`, name, kind, itemKind: undefined, parent: map, definition: undefined };
}

/** The names of the tables below the runner, or below the root. */
export function namesBelow(table: string): string[] {
  return table
    .split('.')
    .filter((name) => name !== '' && name !== 'runners[]')
    .map((name) => name.replace(/\[\]$/, ''));
}

function removal({ value }: Edit, from: TableVisit, key: KeySchema, current: unknown): Made {
  const member = memberAt(from.table, [...namesBelow(key.parent?.path ?? ''), key.name]);
  if (!member?.pair) return undefined;
  if (value === undefined) return { op: 'remove', part: member.pair };
  const list = member.node.type === 'value' && member.node.value.type === 'array' ? member.node.value : undefined;
  const item = list?.items[itemIndex(current, value)];
  return list && item ? { op: 'remove', part: item, of: list } : undefined;
}

function newTable({ table: path, entries = {} }: Edit, from: TableVisit): Made {
  const table = from.context.schema.byPath(path);
  if (!table || table.ahead) return undefined;
  const names = namesBelow(path);
  const around = names.length > 1 ? memberAt(from.table, names.slice(0, -1)) : undefined;
  const parent = names.length > 1 ? around && elementsOf(around.node)[0] : from.table;
  const there = parent && memberOf(parent, names.at(-1) ?? '');
  if (there && elementsOf(there.node).some((each) => saysTheSame(each, entries))) return 'settled';
  return {
    op: 'add-table',
    from,
    table,
    entries: Object.entries(entries).map(([key, json]) => ({ key, value: { json } })),
  };
}

/** Whether a table says what the log knows; what only the user knows may be anything. */
function saysTheSame(table: TableNode, entries: Readonly<Record<string, EditValue>>): boolean {
  const view = tableView(table);
  const known = Object.entries(entries).filter(
    ([name, value]) => name !== 'name' && !JSON.stringify(value).includes('<'),
  );
  return known.every(([name, value]) => {
    if (typeof value !== 'object') return view.string(name)?.value === value;
    const items = view.list(name)?.value.map((item) => item.value) ?? [];
    return value.every((item) => items.includes(item));
  });
}

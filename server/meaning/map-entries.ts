/** Names that belong in a map of free names, where it is known what reads it: `name` of a plugin in `plugin_config`. */
import entries from '../../schemas/map-entries.json';
import type { KeySchema } from '../schema/types';
import type { Member, TableNode } from '../toml/model';
import { kindsOf, pluginKeyNamed, pluginsOf } from './plugins';
import type { KeyVisit } from './visit';

/** The entry of a map right below the table that a name of the table was meant as. */
export function entryBelow({ member, schema, table }: KeyVisit): KeySchema | undefined {
  const { node, name } = member;
  if (node.type === 'array-of-tables') return undefined;
  for (const [path, names] of Object.entries(entries as Readonly<Record<string, readonly string[]>>)) {
    if (!path.startsWith(`${schema.path}.`) || !isEntry(name, node.type === 'table', table, names)) continue;
    const map = schema.children.get(path.slice(schema.path.length + 1));
    if (map?.kind === 'map') return entryOf(map, member);
  }
  return undefined;
}

/** Whether the plugin that the table names has the key; where it is not known, whether most plugins have it. A table is one alone. */
function isEntry(name: string, isTable: boolean, table: TableNode, names: readonly string[]): boolean {
  const plugins = pluginsOf(table);
  if (plugins.length === 0) return !isTable && names.includes(name);
  return plugins.some((plugin) => {
    const key = pluginKeyNamed(plugin, name);
    return key !== undefined && (!isTable || kindsOf(key).includes('table'));
  });
}

/** An entry as a key: what its map takes is up to the plugin, so it takes what is written. */
function entryOf(map: KeySchema, { name, node }: Member): KeySchema {
  const entry = { ...map, path: `${map.path}.${name}`, name, parent: map };
  if (node.type !== 'value') return entry;
  const { value } = node;
  if (value.type === 'array') {
    const definition = value.items.every(({ type }) => type === 'string') ? 'string-array' : undefined;
    return { ...entry, kind: 'array', itemKind: 'string', definition };
  }
  const kind = value.type === 'integer' || value.type === 'boolean' ? value.type : 'string';
  return { ...entry, kind, itemKind: undefined, definition: value.type === kind ? kind : undefined };
}

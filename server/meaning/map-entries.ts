/** Names that belong in a map of free names, where it is known what reads it: `name` of a plugin in `plugin_config`. */
import entries from '../../schemas/map-entries.json';
import type { KeySchema } from '../schema/types';
import type { TableNode } from '../toml/model';
import { pluginsOf } from './plugins';
import type { KeyVisit } from './visit';

/** The entry of a map right below the table that a name of the table was meant as. */
export function entryBelow({ member, schema, table }: KeyVisit): KeySchema | undefined {
  if (member.node.type !== 'value') return undefined;
  const { type } = member.node.value;
  for (const [path, names] of Object.entries(entries as Readonly<Record<string, readonly string[]>>)) {
    if (!path.startsWith(`${schema.path}.`) || !namesFor(table, names).includes(member.name)) continue;
    const map = schema.children.get(path.slice(schema.path.length + 1));
    if (map?.kind === 'map') return entryOf(map, member.name, type);
  }
  return undefined;
}

/** The keys of the plugin that the table names; where it is not known, those that most plugins have. */
function namesFor(table: TableNode, names: readonly string[]): readonly string[] {
  const plugins = pluginsOf(table);
  return plugins.length > 0 ? plugins.flatMap(({ keys }) => Object.keys(keys)) : names;
}

/** An entry as a key: what its map takes is up to the plugin, so it takes what is written. */
function entryOf(map: KeySchema, name: string, type: string): KeySchema {
  const kind = type === 'integer' || type === 'boolean' ? type : 'string';
  const definition = type === kind ? kind : undefined;
  return { ...map, path: `${map.path}.${name}`, name, kind, itemKind: undefined, parent: map, definition };
}

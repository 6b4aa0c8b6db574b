/** What people write where the runner takes any text: networks, capabilities, labels, variables, the keys of plugins. Data of schemas/suggestions.json and schemas/plugins.json. */
import { keysOf, type OfferedKey, PLUGIN_CONFIG, pluginsAround } from '../../meaning/plugins';
import { readSuggestions } from '../../schema/data-files';
import type { PluginKind } from '../../schema/text-files';
import type { KeySchema } from '../../schema/types';
import { once } from '../../text/once';
import type { TableNode } from '../../toml/model';
import { valueReference } from './reference';
import { choice, placeholder } from './snippet';

const suggestions = once(readSuggestions);

/** Values of a key, or items of its list. */
export function suggestedValues(key: KeySchema): readonly string[] {
  return suggestions().values[rowOf(key)] ?? [];
}

/** What resolveCompletion describes of such a value; an assignment is about its variable. */
export function suggestionReference(key: KeySchema, value: string): string | undefined {
  const group = suggestions().about[rowOf(key)];
  return group && valueReference(group, group === 'variable' ? (value.split('=', 1)[0] ?? '') : value);
}

/** The path that a key has its row under. */
function rowOf({ path }: KeySchema): string {
  return suggestions().like[path] ?? path;
}

/** The same of the name of an entry, and of its values. */
export function nameReference(name: string): string {
  return valueReference('entry', name);
}

/** Values of an entry of a map, by its name. */
export function suggestedFor(name: string): readonly string[] {
  const { named } = suggestions();
  return Object.hasOwn(named, name) ? (named[name] ?? []) : [];
}

/** Names of entries of a map. */
export function suggestedNames({ path, name }: KeySchema): readonly string[] {
  const { names } = suggestions();
  return names[path] ?? names[name] ?? [];
}

/** The keys that the plugin of an autoscaler takes; `table` is the autoscaler or its `plugin_config`. */
export function pluginKeys(map: KeySchema, table: TableNode): readonly OfferedKey[] {
  return map.path === PLUGIN_CONFIG ? keysOf(pluginsAround(table)) : [];
}

const values: Readonly<Record<PluginKind, string>> = {
  string: '"$1"',
  integer: placeholder(1, '0'),
  float: placeholder(1, '0'),
  boolean: choice(1, ['true', 'false']),
  array: '[$1]',
  table: '{ $1 }',
};

/** What to write for a key of a plugin, as snippet text. */
export function pluginValue(kind: PluginKind): string {
  return values[kind];
}

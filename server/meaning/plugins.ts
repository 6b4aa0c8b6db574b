/**
 * The plugins of autoscalers that are known, with the keys of their `plugin_config`. One name may stand for several programs of different
 * people: what is said of a key has to hold for each of them.
 */
import data from '../../schemas/plugins.json';
import type { PluginKind } from '../schema/text-files';
import type { TableNode } from '../toml/model';
import { tableAround } from './members';
import { tableView } from './table-view';

export interface PluginKey {
  readonly kind: PluginKind | readonly PluginKind[];
  readonly required?: boolean;
}

export interface Plugin {
  /** What schemas/plugins.json and the texts call it. */
  readonly id: string;
  /** GitLab's own. */
  readonly official?: boolean;
  /** What `plugin` may be: a program, or an image without registry.gitlab.com and version. */
  readonly names: readonly string[];
  /** By their names; the plugin finds them ignoring case. */
  readonly keys: Readonly<Record<string, PluginKey>>;
  /** Keys that it no longer reads, and what to write instead. */
  readonly gone?: Readonly<Record<string, string | null>>;
}

const plugins: readonly Plugin[] = Object.entries(data as unknown as Readonly<Record<string, Omit<Plugin, 'id'>>>).map(
  ([id, plugin]) => ({ id, ...plugin }),
);

/** The table that a plugin is handed. */
export const PLUGIN_CONFIG = 'runners[].autoscaler.plugin_config';

/** Longer texts name no plugin. */
const LONGEST_NAME = 200;

/** The plugins that a text may mean; none where it is not known. */
export function pluginsNamed(text: string): readonly Plugin[] {
  if (text === '' || text.length > LONGEST_NAME) return [];
  // A path of Windows has a colon of its own.
  const bare = text.replace(/[:@][^/\\]*$/, '').replace(/^registry\.gitlab\.com\//, '');
  const exact = plugins.filter(({ names }) => names.includes(bare));
  if (exact.length > 0) return exact;
  const program = bare.replace(/^.*[\\/]/, '').replace(/\.exe$/, '');
  return plugins.filter(({ names }) => names.includes(program));
}

/** The plugins that an autoscaler may have. */
export function pluginsOf(autoscaler: TableNode): readonly Plugin[] {
  return pluginsNamed(tableView(autoscaler).string('plugin')?.value ?? '');
}

/** The same, seen from a table at or below the autoscaler. */
export function pluginsAround(below: TableNode): readonly Plugin[] {
  for (let table: TableNode | undefined = below; table; table = tableAround(table)) {
    const found = pluginsOf(table);
    if (found.length > 0) return found;
  }
  return [];
}

/** A key as one of the plugins has it. */
export function pluginKeyNamed(plugin: Plugin, name: string): PluginKey | undefined {
  const known = spelledAs(plugin, name);
  return known === undefined ? undefined : plugin.keys[known];
}

/** The name of a key as the plugin spells it, which finds it ignoring case. */
export function spelledAs({ keys }: Plugin, name: string): string | undefined {
  if (Object.hasOwn(keys, name)) return name;
  const folded = name.toLowerCase();
  return Object.keys(keys).find((key) => key.toLowerCase() === folded);
}

/** The kinds that a key takes. */
export function kindsOf({ kind }: PluginKey): readonly PluginKind[] {
  return typeof kind === 'string' ? [kind] : kind;
}

/** A key that may be written. */
export interface OfferedKey {
  readonly name: string;
  readonly kind: PluginKind;
  readonly required: boolean;
  /** The first plugin that has it. */
  readonly plugin: Plugin;
}

/** All keys of the plugins with what to write for each; what none does without comes first. */
export function keysOf(candidates: readonly Plugin[]): readonly OfferedKey[] {
  const keys = new Map<string, OfferedKey>();
  for (const plugin of candidates) {
    for (const [name, key] of Object.entries(plugin.keys)) {
      const [kind] = kindsOf(key);
      const required = candidates.every((other) => pluginKeyNamed(other, name)?.required === true);
      if (kind && !keys.has(name)) keys.set(name, { name, kind, required, plugin });
    }
  }
  return [...keys.values()].sort((a, b) => Number(b.required) - Number(a.required));
}

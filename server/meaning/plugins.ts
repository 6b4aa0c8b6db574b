/**
 * The plugins of autoscalers that are known, with the keys of their `plugin_config`. One name may stand for several programs of different
 * people: what is said of a key has to hold for each of them.
 */
import data from '../../schemas/plugins.json';
import type { PluginKind } from '../schema/text-files';
import type { TableNode } from '../toml/model';
import { tableView } from './table-view';

export interface PluginKey {
  readonly kind: PluginKind | readonly PluginKind[];
  readonly required?: boolean;
}

export interface Plugin {
  /** GitLab's own. */
  readonly official?: boolean;
  /** What `plugin` may be: a program, or an image without registry.gitlab.com and version. */
  readonly names: readonly string[];
  /** By their names; the plugin finds them ignoring case. */
  readonly keys: Readonly<Record<string, PluginKey>>;
  /** Keys that it no longer reads, and what to write instead. */
  readonly gone?: Readonly<Record<string, string | null>>;
}

const plugins = Object.values(data as unknown as Readonly<Record<string, Plugin>>);

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

/** A key as one of the plugins has it. */
export function pluginKeyNamed({ keys }: Plugin, name: string): PluginKey | undefined {
  if (Object.hasOwn(keys, name)) return keys[name];
  const folded = name.toLowerCase();
  const known = Object.keys(keys).find((key) => key.toLowerCase() === folded);
  return known === undefined ? undefined : keys[known];
}

/** The kinds that a key takes. */
export function kindsOf({ kind }: PluginKey): readonly PluginKind[] {
  return typeof kind === 'string' ? [kind] : kind;
}

/** All keys of the plugins with what to write for each. */
export function keysOf(candidates: readonly Plugin[]): readonly (readonly [string, PluginKind])[] {
  const keys = new Map<string, PluginKind>();
  for (const plugin of candidates) {
    for (const [name, key] of Object.entries(plugin.keys)) {
      const [kind] = kindsOf(key);
      if (kind && !keys.has(name)) keys.set(name, kind);
    }
  }
  return [...keys];
}

/**
 * `plugin_config` without a key that the plugin cannot do without: its start fails, and the runner takes no job ("running autoscaler
 * plugin", executors/internal/autoscaler/provider.go). Said of plugins whose keys are known, and only what holds for all of one name.
 */
import { replacements } from '../../meaning/change';
import type { Fix } from '../../meaning/finding';
import { type Plugin, pluginKeyNamed, pluginsOf } from '../../meaning/plugins';
import { type TableView, tableView } from '../../meaning/table-view';
import type { RunnerVisit } from '../../meaning/visit';
import { distance } from '../../text/distance';
import { allOf, message } from '../../text/message';
import type { Span } from '../../text/span';
import type { Rule } from '../rule';
import { isWhole } from '../runner/whole';
import { placeOfTable } from '../table-place';

const EXECUTORS = ['docker-autoscaler', 'instance'];

export const pluginKeyMissing: Rule<'runner'> = {
  code: 'plugin-key-missing',
  scope: 'runner',
  check(visit, report) {
    const runner = tableView(visit.runner);
    const autoscaler = runner.table('autoscaler');
    const plugin = autoscaler?.string('plugin');
    if (!autoscaler || !plugin || !EXECUTORS.includes(runner.string('executor')?.value ?? '')) return;
    const candidates = pluginsOf(autoscaler.node);
    const [first] = candidates;
    const config = autoscaler.table('plugin_config');
    // Without the table most are excerpts.
    if (!first || !config || !isWhole(visit)) return;
    const missing = Object.keys(first.keys).filter((name) => isMissing(name, candidates, config));
    const place = placeOf(config);
    if (missing.length === 0 || !place) return;
    report({
      ...(candidates.every(({ official }) => official) && { severity: 'error', loads: true }),
      ...place,
      message: message('plugin-key-missing', { plugin: plugin.value, count: missing.length, keys: allOf(missing) }),
      link: docsOf(visit),
      fixes: () => missing.flatMap((name) => renames(name, candidates, config)),
    });
  },
};

function isMissing(name: string, candidates: readonly Plugin[], config: TableView): boolean {
  return !config.has(name) && candidates.every((plugin) => pluginKeyNamed(plugin, name)?.required);
}

/** A key that the plugin does not know, and that is nearly called so. */
function renames(name: string, candidates: readonly Plugin[], { node }: TableView): Fix[] {
  const most = name.length > 5 ? 2 : 1;
  const near = [...node.members.values()].filter(
    (member) =>
      candidates.every((plugin) => !pluginKeyNamed(plugin, member.name)) && distance(member.name, name, most) <= most,
  );
  const [only] = near;
  if (near.length !== 1 || !only) return [];
  const { start, end } = only.key;
  const changes = replacements([{ start, end, newText: name }]);
  return [{ title: message('fix.rename', { name }), changes, preferred: true }];
}

/** Keys with a path in front of them have no header. */
function placeOf({ node }: TableView): Span | undefined {
  const [first] = node.members.values();
  return placeOfTable(node) ?? (first && { start: first.key.start, end: first.key.end });
}

function docsOf({ context }: RunnerVisit): string | undefined {
  return context.schema.byPath('runners[].autoscaler.plugin_config')?.docs;
}

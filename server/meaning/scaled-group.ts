/** What a whole file has to know of a runner's autoscaler: which group of instances it scales, and for how many jobs they have room. */

import { isPlaceholder } from '../text/placeholders';
import type { Span } from '../text/span';
import type { TableView } from './table-view';

export interface ScaledGroup {
  /** The plugin and what it is told; two with one text scale one group. Undefined where it is not all there. */
  readonly group?: string | undefined;
  readonly groupPlace?: Span | undefined;
  /** Jobs that all instances have room for. */
  readonly slots?: number | undefined;
  readonly slotsPlace?: Span | undefined;
}

const EXECUTORS = ['docker-autoscaler', 'instance'];

/** The group of a runner whose executor has one. */
export function scaledGroupOf(runner: TableView): ScaledGroup {
  const autoscaler = runner.table('autoscaler');
  if (!autoscaler || !EXECUTORS.includes(runner.string('executor')?.value ?? '')) return {};
  const [capacity, instances] = [autoscaler.number('capacity_per_instance'), autoscaler.number('max_instances')];
  const slots = capacity && instances && capacity.value * instances.value;
  return { ...groupIn(autoscaler), ...(slots && { slots, slotsPlace: instances.span }) };
}

/** Longer settings are not compared. */
const LONGEST = 1000;

function groupIn(autoscaler: TableView): ScaledGroup {
  const plugin = autoscaler.string('plugin')?.value.replace(/:[^/]*$/, '');
  const config = autoscaler.table('plugin_config');
  const name = config?.string('name');
  if (!plugin || !config || !name?.value || isPlaceholder(name.value) || name.value.includes('$')) return {};
  const pairs = [...config.node.members.keys()].map((key) => `${key.toLowerCase()}=${textOf(config, key)}`);
  const group = [plugin, ...pairs.sort()].join('\n');
  return group.length > LONGEST ? {} : { group, groupPlace: name.span };
}

/** Texts and numbers tell groups apart; lists and tables are taken for different ones by their place. */
function textOf(config: TableView, key: string): string {
  const value = config.string(key)?.value ?? config.number(key)?.value ?? config.flag(key)?.value;
  return value === undefined ? `at ${config.node.members.get(key)?.key.start}` : String(value);
}

/**
 * A policy that a later one hides. Of those that match the last one counts (executors/kubernetes/autoscaler/policy.go, Active; docs of
 * `[[runners.autoscaler.policy]]`; common/config.go, getActiveAutoscalingConfig), so that one which always matches belongs to the front.
 */

import { replacements } from '../../meaning/change';
import type { Fix } from '../../meaning/finding';
import type { TableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import type { TableNode } from '../../toml/model';
import { covers, isAlways, type Schedule, scheduleOf } from '../../values/policy-periods';
import { placeOfTable } from '../table-place';
import { type ScalerVisit, scalerRule } from './scaler-rule';

/** The tables with policies: the name of the list, of its periods and of its zone, and how a period is read. */
interface Names {
  readonly list: string;
  readonly periods: string;
  readonly zone: string;
  /** A policy without periods. */
  readonly always: boolean;
  read(period: string): Schedule | undefined;
}

const ofPolicies: Names = { list: 'policy', periods: 'periods', zone: 'timezone', always: true, read: scheduleOf };
const ofMachines: Names = {
  list: 'autoscaling',
  periods: 'Periods',
  zone: 'Timezone',
  always: false,
  read: machineSchedule,
};

/** Nobody has more, and each is compared with all behind it. */
const MOST = 50;

export const policyOrder = scalerRule(
  'policy-order',
  ['runners[].autoscaler', 'runners[].kubernetes.autoscaler', 'runners[].machine'],
  (visit, report) => {
    const names = visit.schema.name === 'machine' ? ofMachines : ofPolicies;
    const policies = visit.view
      .tables(names.list)
      .slice(0, MOST)
      .map((view) => policyOf(view, names));
    for (const [index, policy] of policies.entries()) {
      const by = policies.slice(index + 1).find((later) => hides(later, policy));
      const place = by && placeOfTable(policy.node);
      const later = by && placeOfTable(by.node);
      if (!place || !later) continue;
      report({
        ...place,
        message: message('policy-order', { always: by.schedules?.some(isAlways) ? 'yes' : 'no' }),
        link: visit.schema.children.get(names.list)?.docs,
        related: [{ ...later, message: message('policy-order.later') }],
        fixes: () => toTheFront(visit, policies[0]?.node, by),
      });
    }
  },
);

interface Policy {
  readonly node: TableNode;
  readonly zone: string;
  /** Undefined where one of them is not understood. */
  readonly schedules: readonly Schedule[] | undefined;
}

function policyOf(view: TableView, names: Names): Policy {
  const zone = view.string(names.zone)?.value ?? '';
  return { node: view.node, zone, schedules: schedulesOf(view, names) };
}

function schedulesOf(view: TableView, { periods, always, read }: Names): readonly Schedule[] | undefined {
  const written = view.list(periods);
  if (!written && view.has(periods)) return undefined;
  const texts = written?.value.map((period) => period.value) ?? [];
  if (texts.length === 0) {
    const whole = always ? scheduleOf('* * * * *') : undefined;
    return whole && [whole];
  }
  const schedules = texts.map(read).filter((schedule) => schedule !== undefined);
  return schedules.length === texts.length ? schedules : undefined;
}

/** Whether a policy counts whenever another one in front of it would. Zones do not matter to what always holds. */
function hides(later: Policy, { zone, schedules }: Policy): boolean {
  const wholes = later.schedules?.filter((whole) => later.zone === zone || isAlways(whole)) ?? [];
  return schedules?.every((part) => wholes.some((whole) => covers(whole, part))) ?? false;
}

/** The seven fields of docker+machine as five, where seconds and years are all. */
function machineSchedule(period: string): Schedule | undefined {
  if (period.length > LONGEST) return undefined;
  const fields = period.trim().split(/\s+/);
  const isAll = (field: string | undefined) => field === '*' || field === '?';
  return fields.length > 2 && isAll(fields[0]) && isAll(fields.at(-1))
    ? scheduleOf(fields.slice(1, -1).join(' '))
    : undefined;
}

const LONGEST = 500;

/** The policy that always matches goes in front of all others; each has one header, and nothing stands between them. */
function toTheFront({ document }: ScalerVisit, first: TableNode | undefined, by: Policy): Fix[] {
  const target = first && only(first);
  const moved = only(by.node);
  if (!target || !moved || !by.schedules?.some(isAlways)) return [];
  const { text } = document;
  const at = lineStart(text, target.start);
  const start = lineStart(text, moved.start);
  const end = lineEnd(text, moved.end);
  const block = text.slice(start, end);
  if (at >= start || !isOfLines(text, at, target.start) || !isOfLines(text, start, moved.start)) return [];
  const changes = replacements([
    { start: at, end: at, newText: block.endsWith('\n') ? block : `${block}\n` },
    { start, end, newText: '' },
  ]);
  return [{ title: message('fix.policy-order'), changes, preferred: true }];
}

/** The one section of a table that has a header and keys. */
function only({ sections, inline }: TableNode) {
  const [section, ...more] = sections;
  return inline || more.length > 0 || !section?.header?.closed ? undefined : lastPairOf(section);
}

function lastPairOf({ start, pairs, end }: TableNode['sections'][number]): {
  readonly start: number;
  readonly end: number;
} {
  return { start, end: pairs.at(-1)?.end ?? end };
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** Whether nothing but blanks stands in front of a header in its line. */
function isOfLines(text: string, start: number, header: number): boolean {
  return text.slice(start, header).trim() === '';
}

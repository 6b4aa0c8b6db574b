/** The schedule of a runner: what is in the bundle of schedules. */
import type { ShownSchedule } from '../../../protocol/preview';
import type { Configuration } from '../../meaning/configuration';
import type { Context } from '../../meaning/context';
import type { Catalog } from '../../text/catalog';
import { message } from '../../text/message';
import { type RunnerBefore, selectRunner, textOf } from '../select-runner';
import { policiesOf } from './policies';
import { scheduleHtml, scheduleLines } from './say-schedule';
import { weekOf } from './week';

export interface RunnerSchedule {
  lines(catalog: Catalog): string;
  html(catalog: Catalog): ShownSchedule;
}

/** The schedule of a runner in the week of a moment; undefined where it has no policies. */
export function scheduleInFile(
  configurations: readonly Configuration[],
  context: Context,
  which: string | RunnerBefore | undefined,
  moment: number,
): RunnerSchedule | undefined {
  const selected = selectRunner(configurations, context, which);
  const policies = selected && policiesOf(selected.table);
  if (!policies) return undefined;
  const week = weekOf(policies, moment);
  const name = textOf(selected, 'name') || String(selected.index + 1);
  const heading = message('schedule.heading', { name });
  return {
    lines: (catalog) => scheduleLines(week, policies, catalog),
    html: (catalog) => scheduleHtml(week, policies, heading, catalog),
  };
}

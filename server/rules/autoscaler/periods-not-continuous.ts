/**
 * A period that holds for a moment only. docker+machine and the monitoring ask whether the next match is a second away
 * (helpers/timeperiod/period.go, InPeriod), so that five fields, which mean second 0, hold for a second of each minute. A policy of an
 * autoscaler holds in the minutes that match (docs, "Periods syntax"): `0 9-17 * * *` is a minute of each hour.
 */

import { replacements } from '../../meaning/change';
import type { Fix } from '../../meaning/finding';
import type { KeyVisit } from '../../meaning/visit';
import { type Message, message } from '../../text/message';
import type { StringValue } from '../../toml/syntax';
import { valueText } from '../../toml/write';
import { cronMachine } from '../../values/cron-machine';
import { shown } from '../../values/grammar';
import { cronParts, isScattered, scheduleOf } from '../../values/policy-periods';
import type { Rule } from '../rule';

const OF_SECONDS = ['runners[].machine.autoscaling[].Periods', 'runners[].monitoring.job_queuing_durations[].periods'];
const OF_MINUTES = ['runners[].autoscaler.policy[].periods', 'runners[].kubernetes.autoscaler.policy[].periods'];

export const periodsNotContinuous: Rule<'key'> = {
  code: 'periods-not-continuous',
  scope: 'key',
  on: [...OF_SECONDS, ...OF_MINUTES],
  check({ key, member }: KeyVisit, report) {
    const list = member.node.type === 'value' ? member.node.value : undefined;
    if (!key || list?.type !== 'array') return;
    const momentIn = OF_SECONDS.includes(key.path) ? ofSeconds : ofMinutes;
    for (const item of list.items) {
      const moment = item.type === 'string' ? momentIn(item.value) : undefined;
      if (item.type !== 'string' || !moment) continue;
      const { start, end } = item;
      report({ start, end, message: moment.message, link: key.docs, fixes: () => [changeTo(item, moment.meant)] });
    }
  },
};

interface Moment {
  readonly message: Message;
  readonly meant: string;
}

/** A second of each minute, or of each hour; a seventh field in front that is one number. */
function ofSeconds(text: string): Moment | undefined {
  const parts = cronParts(text).map((part) => part.text);
  const [first = '', ...rest] = parts;
  if (parts.length < 5 || parts.length > 7 || cronMachine.read(text).problems.length > 0) return undefined;
  if (parts.length < 7) {
    const minutes = isNumber(first) ? '*' : first;
    const meant = ['*', minutes, ...rest, ...(parts.length === 5 ? ['*'] : [])].join(' ');
    return { message: message('periods-not-continuous.fields', { text: shown(text), count: parts.length }), meant };
  }
  if (!isNumber(first)) return undefined;
  const [minutes = '', ...others] = rest;
  const meant = ['*', isNumber(minutes) ? '*' : minutes, ...others].join(' ');
  return { message: message('periods-not-continuous.second', { text: shown(text) }), meant };
}

/** Single minutes, none next to another. */
function ofMinutes(text: string): Moment | undefined {
  const schedule = scheduleOf(text);
  if (!schedule || !isScattered(schedule, 0)) return undefined;
  const [, ...rest] = cronParts(text).map((part) => part.text);
  return { message: message('periods-not-continuous', { text: shown(text) }), meant: ['*', ...rest].join(' ') };
}

function isNumber(field: string): boolean {
  return /^\d+$/.test(field);
}

function changeTo({ start, end }: StringValue, meant: string): Fix {
  const text = valueText(meant);
  return {
    title: message('fix.change-to', { text }),
    changes: replacements([{ start, end, newText: text }]),
    preferred: true,
  };
}

/** A week of an autoscaler: minute by minute, which policy holds and how many instances wait idle. */
import { isAll, namesBothDays, type Schedule } from '../../values/policy-periods';
import type { Policies, Policy } from './policies';
import { clockOf, DAY, MINUTE, midnight, type WallTime, weekStart } from './zone';

/** From one minute of a day to another, 0 to 1440 as a clock shows them; clocks that are set back show some twice. */
export interface WeekSpan {
  readonly from: number;
  readonly to: number;
  /** Undefined: none holds. */
  readonly policy: Policy | undefined;
  readonly idle: number;
}

export interface WeekDay {
  /** Midnight in UTC of the date. */
  readonly date: number;
  readonly spans: readonly WeekSpan[];
}

export interface Week {
  /** Whose clock it is; empty: that of the manager's host, which is not known here. */
  readonly zone: string;
  readonly days: readonly WeekDay[];
  /** The day and the minute that it is now. */
  readonly now: { readonly day: number; readonly minute: number };
}

/** Zones differ by quarters of an hour. */
const SLOT = 15;
const HOST = 'UTC';

/** The week that a moment is in, by the clock of the first policy that names a zone. */
export function weekOf({ list, otherwise }: Policies, moment: number): Week {
  const clocks = new Map<string, (instant: number) => WallTime>();
  for (const { zone } of list) {
    const clock = clockOf(zone || HOST);
    if (clock) clocks.set(zone, clock);
  }
  const zone = list.find((policy) => policy.zone !== '' && clocks.has(policy.zone))?.zone ?? '';
  const clock = clocks.get(zone) ?? clockOf(HOST);
  if (!clock) return { zone, days: [], now: { day: 0, minute: 0 } };
  const readable = list.filter((policy) => clocks.has(policy.zone));
  const holds = (instant: number) => holding(readable, clocks, instant);
  const days = daysFrom(clock, weekStart(clock, moment)).map(([start, end]): WeekDay => {
    const { year, month, day } = clock(start);
    return { date: Date.UTC(year, month - 1, day), spans: spansOf(clock, start, end, holds, otherwise) };
  });
  const { weekday, hour, minute } = clock(moment);
  return { zone, days, now: { day: (weekday + 6) % 7, minute: hour * 60 + minute } };
}

/** Seven days, of which one may have 23 or 25 hours. */
function daysFrom(clock: (instant: number) => WallTime, first: number): [start: number, end: number][] {
  const { year, month, day } = clock(first);
  const starts = Array.from({ length: 8 }, (_, index) => midnight(clock, year, month, day + index));
  return starts.slice(0, -1).map((start, index) => [start, starts[index + 1] ?? start + DAY]);
}

type Holding = (instant: number) => readonly (Policy | undefined)[];

function spansOf(
  clock: (instant: number) => WallTime,
  start: number,
  end: number,
  holds: Holding,
  otherwise: number,
): WeekSpan[] {
  const spans: { from: number; to: number; policy: Policy | undefined; idle: number }[] = [];
  for (let instant = start; instant < end; instant += SLOT * MINUTE) {
    const wall = clock(instant);
    const first = wall.hour * 60 + wall.minute;
    for (const [index, policy] of holds(instant).entries()) {
      const minute = first + index;
      const last = spans.at(-1);
      if (last && last.policy === policy && last.to === minute) last.to = minute + 1;
      else spans.push({ from: minute, to: minute + 1, policy, idle: policy?.idle ?? otherwise });
    }
  }
  return spans;
}

/** The policies that hold in the minutes of a slot: of those that match the last one counts. */
function holding(
  policies: readonly Policy[],
  clocks: ReadonlyMap<string, (instant: number) => WallTime>,
  instant: number,
): readonly (Policy | undefined)[] {
  const walls = new Map([...clocks].map(([zone, clock]) => [zone, clock(instant)]));
  const matching = policies.flatMap((policy) => {
    const wall = walls.get(policy.zone);
    const schedules = wall ? policy.schedules.filter((schedule) => isOnHour(schedule, wall)) : [];
    return wall && schedules.length > 0 ? [{ policy, schedules, minute: wall.minute }] : [];
  });
  return Array.from({ length: SLOT }, (_, index) => {
    const found = matching.filter(({ schedules, minute }) =>
      schedules.some(([minutes = 0n]) => has(minutes, minute + index)),
    );
    return found.at(-1)?.policy;
  });
}

const has = (bits: bigint, value: number) => ((bits >> BigInt(value)) & 1n) === 1n;
const DAY_OF_MONTH = 2;

/** A day of the month and one of the week are alternatives, as cron has them. */
function isOnHour(schedule: Schedule, { hour, day, month, weekday }: WallTime): boolean {
  const [, hours = 0n, days = 0n, months = 0n, weekdays = 0n] = schedule;
  if (!has(hours, hour) || !has(months, month)) return false;
  if (namesBothDays(schedule)) return has(days, day) || has(weekdays, weekday);
  return isAll(schedule, DAY_OF_MONTH) ? has(weekdays, weekday) : has(days, day);
}

/** Wall clocks of time zones. */

/** What a clock shows. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
}

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** The clock of a zone; undefined for a name that is none. */
export function clockOf(zone: string): ((instant: number) => WallTime) | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
    });
    return (instant) => read(format, instant);
  } catch {
    return undefined;
  }
}

function read(format: Intl.DateTimeFormat, instant: number): WallTime {
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const [year, month, day] = [part('year'), part('month'), part('day')];
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return { year, month, day, weekday, hour: part('hour'), minute: part('minute') };
}

/** The instant at which the day of the first weekday begins, at or before a moment. */
export function weekStart(clock: (instant: number) => WallTime, moment: number): number {
  const { year, month, day, weekday } = clock(moment);
  return midnight(clock, year, month, day - ((weekday + 6) % 7));
}

/** The first instant of a day; where clocks are set forward at midnight it is later than that. */
export function midnight(clock: (instant: number) => WallTime, year: number, month: number, day: number): number {
  const wanted = Date.UTC(year, month - 1, day);
  let instant = wanted;
  for (let round = 0; round < 2; round++) {
    const seen = clock(instant);
    instant += wanted - Date.UTC(seen.year, seen.month - 1, seen.day, seen.hour, seen.minute);
  }
  // Still the day before: midnight was skipped.
  const { day: found } = clock(instant);
  return found === new Date(wanted).getUTCDate() ? instant : instant + 60 * MINUTE;
}

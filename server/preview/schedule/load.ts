/** Loads the code of schedules when the first is asked for: in the build it is a bundle of its own (`dist/schedule.js`). */
type ScheduleCode = typeof import('./schedule');

let loaded: ScheduleCode | undefined;

/** The code that makes schedules of policies; loaded at the first call. */
export function scheduleCode(): ScheduleCode {
  loaded ??= require('./schedule') as ScheduleCode;
  return loaded;
}

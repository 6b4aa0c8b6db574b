/** Value grammars that the schema cannot express, by schema path; the runner checks all of them at load. */
import type { KeySchema } from '../schema/types';
import { checkPeriod } from './period';
import { checkTimeZone } from './time-zone';

/** Says what is wrong with a text, or undefined. */
type Grammar = (text: string) => string | undefined;

const grammars: Readonly<Record<string, Grammar>> = {
  'runners[].machine.autoscaling[].Periods': checkPeriod,
  'runners[].machine.autoscaling[].Timezone': checkTimeZone,
  'runners[].monitoring.job_queuing_durations[].periods': checkPeriod,
  'runners[].monitoring.job_queuing_durations[].timezone': checkTimeZone,
};

export function grammarOf(key: KeySchema): Grammar | undefined {
  return grammars[key.path];
}

/**
 * What of the schema's problems the runner does not start with. What it takes for the form and the level of its log it looks up once the
 * file is read, and ends when it has none of that name (log/configuration.go).
 */
import type { Traits } from '../containers/traits';
import type { KeySchema, ValidationProblem } from '../schema/types';

/** Definitions whose patterns the runner checks while it loads the file. */
const checkedAtLoad = new Set(['duration', 'datetime', 'labels', 'string-array-with-s', 'int32', 'float']);
/** Those that it looks up when it starts. Of a registration template the globals are dropped before. */
const checkedAtStart = new Set(['log_format', 'log_level']);

/** Whether the runner does not start with a file with this problem. */
export function isRefused({ definition }: KeySchema, { keyword }: ValidationProblem, { role }: Traits): boolean {
  if (keyword === 'type' || definition === undefined) return keyword === 'type';
  return checkedAtLoad.has(definition) || (role !== 'template' && checkedAtStart.has(definition));
}

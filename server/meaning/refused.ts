/** What of the schema's problems the runner does not start with. */
import type { KeySchema, ValidationProblem } from '../schema/types';

/** Definitions whose patterns the runner checks while it loads the file. */
const checkedAtLoad = new Set(['duration', 'datetime', 'labels', 'string-array-with-s', 'int32', 'float']);

/** Whether the runner does not load a file with this problem. */
export function isRefused({ definition }: KeySchema, { keyword }: ValidationProblem): boolean {
  return keyword === 'type' || (definition !== undefined && checkedAtLoad.has(definition));
}

/**
 * How grave it is that a key is written under a wrong name, or in a wrong table: where its own table cannot do without it, the runner
 * lacks it. That it is missing is not reported as well.
 */
import { memberOf } from '../meaning/members';
import type { KeyVisit, TableVisit } from '../meaning/visit';
import type { KeySchema } from '../schema/types';
import type { Found } from './rule';
import { requiredKeys } from './shape/required-keys';

/** An error where the key that was meant is missing and nothing runs without it; else nothing. */
export function gravityOfMeant(visit: KeyVisit, meant: KeySchema): Pick<Found, 'severity' | 'loads'> {
  const home = homeOf(visit, meant);
  if (!home || memberOf(home.table, meant.name)) return {};
  const needed = requiredKeys(home).find(({ name }) => name === meant.name);
  if (needed?.severity !== 'error') return {};
  return { severity: 'error', ...(!needed.refused && { loads: true }) };
}

function homeOf(visit: KeyVisit, { parent }: KeySchema): TableVisit | undefined {
  if (parent === visit.schema) return visit;
  const { runner } = visit;
  return runner && parent?.path === 'runners[]'
    ? { ...visit, table: runner, schema: parent, path: ['runners'] }
    : undefined;
}

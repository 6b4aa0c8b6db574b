/** How grave it is that a key does not take a value: what the runner does with it, and whether the runner's executor reads the key. */
import { tableView } from '../../meaning/table-view';
import type { KeyVisit } from '../../meaning/visit';
import type { KeySchema } from '../../schema/types';
import type { GrammarProblem } from '../../values/grammar';
import type { Found } from '../rule';

/** How grave it is: an error where the runner does not start with the value, or each job fails; else a warning. */
export function gravityOf(
  visit: KeyVisit,
  key: KeySchema,
  { refused, fails }: Pick<GrammarProblem, 'refused' | 'fails'>,
): Pick<Found, 'severity' | 'loads'> {
  if (refused) return { severity: 'error' };
  return fails && isReadByExecutor(visit, key) ? { severity: 'error', loads: true } : { severity: 'warning' };
}

/** Whether the executor that the runner has, where it says one, reads the key at all. */
export function isReadByExecutor({ runner }: KeyVisit, { executors }: KeySchema): boolean {
  const executor = runner && tableView(runner).string('executor')?.value;
  return !executor || executors.length === 0 || executors.includes(executor);
}

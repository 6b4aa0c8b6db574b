/** Runners of an executor that nobody has registered, and that none is near to: builds of one's own have some, with keys of their own. */
import { isPlaceholder } from '../text/placeholders';
import { nearestValues } from './nearest-values';
import { tableView } from './table-view';
import type { KeyVisit } from './visit';

export function isOfForeignExecutor({ runner, context: { schema } }: KeyVisit): boolean {
  const executor = runner && tableView(runner).string('executor')?.value;
  const known = schema.enumeration('executor')?.values;
  if (!executor || !known || known.includes(executor) || isPlaceholder(executor) || executor.includes('$'))
    return false;
  return nearestValues(executor, known, 'executor').length === 0;
}

/** Makes a table the one that its name was meant to be. */
import type { Fix } from '../meaning/finding';
import { headerOf } from '../meaning/table-names';
import type { KeyVisit } from '../meaning/visit';
import type { KeySchema } from '../schema/types';
import { message } from '../text/message';
import { offered } from './changes';

/** The fix that lets the headers lead to `to`, or moves the keys where that is there already; none where neither can be. */
export function becomes(visit: KeyVisit, to: KeySchema): Fix[] {
  const header = headerOf(to);
  return offered(visit.document, [
    {
      title: message('fix.change-to', { text: header }),
      changes: [{ op: 'rename-table', at: visit, to }],
      preferred: true,
    },
    {
      title: message('fix.move.keys', { table: header }),
      changes: [{ op: 'merge-table', at: visit, to }],
      preferred: true,
    },
  ]);
}

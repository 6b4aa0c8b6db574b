/** Removes a key: with its line, or out of an inline table. */
import type { Fix } from '../meaning/finding';
import type { KeyVisit } from '../meaning/visit';
import { message } from '../text/message';
import { offered } from './changes';

/** The fix that removes the pair of a key; none where the key is a header's, or other text would suffer. */
export function removal({ document, table, member }: KeyVisit): Fix[] {
  const { pair } = member;
  if (!pair || member.keys.length > 1) return [];
  const title = message('fix.remove', { name: member.name });
  return offered(document, [{ title, changes: [{ op: 'remove', part: pair, of: table.inline }] }]);
}

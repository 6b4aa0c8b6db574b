/** Removes a key: with its line, or out of an inline table. */
import type { ConfigDocument } from '../meaning/document';
import type { Fix } from '../meaning/finding';
import type { KeyVisit } from '../meaning/visit';
import type { TextEdit } from '../text/edit';
import { message } from '../text/message';
import type { InlineTableValue, KeyValue } from '../toml/syntax';
import { offered } from './changes';
import { removePart } from './remove-part';

/** The fix that removes the pair of a key; none where the key is a header's, or other text would suffer. */
export function removal({ document, table, member }: KeyVisit): Fix[] {
  const { pair } = member;
  if (!pair || member.keys.length > 1) return [];
  const title = message('fix.remove', { name: member.name });
  return offered(document, [{ title, changes: [{ op: 'remove', part: pair, of: table.inline }] }]);
}

/** The edit that removes a pair, which is one of the inline table if there is one; undefined where other text would suffer. */
export function removePair(
  document: ConfigDocument,
  pair: KeyValue,
  inline: InlineTableValue | undefined,
): TextEdit | undefined {
  return removePart(document, pair, inline);
}

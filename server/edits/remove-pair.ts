/** Removes a key: with its line, or out of an inline table. */

import { replacements } from '../meaning/change';
import type { ConfigDocument } from '../meaning/document';
import type { Fix } from '../meaning/finding';
import type { KeyVisit } from '../meaning/visit';
import { draft } from '../text/draft';
import type { TextEdit } from '../text/edit';
import type { InlineTableValue, KeyValue } from '../toml/syntax';
import { removeItem } from './list-items';
import { removeLines, standsAlone } from './text-lines';

/** The fix that removes the pair of a key; none where the key is a header's, or other text would suffer. */
export function removal({ document, table, member }: KeyVisit): Fix[] {
  const { pair } = member;
  if (!pair || member.keys.length > 1) return [];
  const edit = removePair(document, pair, table.inline);
  return edit ? [{ title: draft(`Remove \`${member.name}\``), changes: replacements([edit]) }] : [];
}

/** The edit that removes a pair, which is one of the inline table if there is one; undefined where other text would suffer. */
export function removePair(
  document: ConfigDocument,
  pair: KeyValue,
  inline: InlineTableValue | undefined,
): TextEdit | undefined {
  const edit = inline && removeItem(document, { ...inline, items: inline.pairs }, pair);
  if (edit) return edit;
  return standsAlone(document, pair) ? removeLines(document, pair) : undefined;
}

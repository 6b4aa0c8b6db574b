/** Removes a pair, an item of a list, or a line. */
import type { ConfigDocument } from '../meaning/document';
import type { TextEdit } from '../text/edit';
import type { ArrayValue, InlineTableValue, Span } from '../toml/syntax';
import { removeItem } from './list-items';
import { removedLines, removeLines, standsAlone, withLeadingComments } from './text-lines';

/** The edit that removes a pair or an item: out of the list or braces `of`, else with its line; undefined where other text would suffer. */
export function removePart(
  document: ConfigDocument,
  part: Span,
  of: ArrayValue | InlineTableValue | undefined,
  comments = false,
): TextEdit | undefined {
  const edit = of && removeItem(document, of.type === 'array' ? of : { ...of, items: of.pairs }, part);
  // An item that has a line of its own shares a comma with others.
  if (edit || of?.type === 'array') return edit;
  if (!standsAlone(document, part)) return undefined;
  return comments
    ? { ...removedLines(document, withLeadingComments(document, part)), newText: '' }
    : removeLines(document, part);
}

/** Removes an item of a list, with one of the commas around it. */
import type { ConfigDocument } from '../document';
import type { TextEdit } from '../finding';
import type { ArrayValue, Value } from '../toml/syntax';

/** The edit, or undefined where a comment would go along. */
export function removeItem(document: ConfigDocument, { items }: ArrayValue, item: Value): TextEdit | undefined {
  const index = items.indexOf(item);
  const before = items[index - 1];
  const after = items[index + 1];
  const comma = before || after ? 0 : (/^\s*,/.exec(document.text.slice(item.end))?.[0].length ?? 0);
  const start = before ? before.end : item.start;
  const end = before ? item.end : (after?.start ?? item.end + comma);
  const holdsComment = document.syntax.comments.some((comment) => comment.start < end && start < comment.end);
  return holdsComment ? undefined : { start, end, newText: '' };
}

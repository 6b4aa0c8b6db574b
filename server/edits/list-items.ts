/** Removes an item of a list, or a pair of an inline table, with one of the commas around it. */
import type { ConfigDocument } from '../meaning/document';
import type { TextEdit } from '../text/edit';
import type { Span } from '../toml/syntax';

/** An array or an inline table. */
interface List extends Span {
  readonly items: readonly Span[];
  readonly closed: boolean;
}

/** The edit, or undefined where a comment would go along. */
export function removeItem(document: ConfigDocument, list: List, item: Span): TextEdit | undefined {
  const { items } = list;
  const index = items.indexOf(item);
  const before = items[index - 1];
  const after = items[index + 1];
  const inside = { start: list.start + 1, end: list.end - 1 };
  if (!before && !after && list.closed && !holdsComment(document, inside)) return { ...inside, newText: '' };
  const comma = before || after ? 0 : (/^\s*,/.exec(document.text.slice(item.end))?.[0].length ?? 0);
  const start = before ? before.end : item.start;
  const end = before ? item.end : (after?.start ?? item.end + comma);
  return holdsComment(document, { start, end }) ? undefined : { start, end, newText: '' };
}

function holdsComment({ syntax }: ConfigDocument, { start, end }: Span): boolean {
  return syntax.comments.some((comment) => comment.start < end && start < comment.end);
}

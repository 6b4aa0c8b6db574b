/** Removes an item of a list, or a pair of an inline table, with one of the commas around it; and adds some. */
import type { ConfigDocument } from '../meaning/document';
import type { TextEdit } from '../text/edit';
import { countBefore, lastBefore } from '../text/search';
import type { ArrayValue, InlineTableValue, Span } from '../toml/syntax';
import { indentationAt, lineBreak } from './text-lines';

/** An array or an inline table. */
interface List extends Span {
  readonly items: readonly Span[];
  readonly closed: boolean;
}

/**
 * The edit, or undefined where a comment would go along, or the item is none of the list: a table in braces may be written again
 * below a header.
 */
export function removeItem(document: ConfigDocument, list: List, item: Span): TextEdit | undefined {
  const { items } = list;
  const index = countBefore(items.length, (at) => (items[at]?.start ?? 0) < item.start);
  if (items[index]?.start !== item.start) return undefined;
  const before = items[index - 1];
  const after = items[index + 1];
  const inside = { start: list.start + 1, end: list.end - 1 };
  if (!before && !after && list.closed && !holdsComment(document, inside)) return { ...inside, newText: '' };
  const comma = before || after ? 0 : (/^\s*,/.exec(document.text.slice(item.end))?.[0].length ?? 0);
  const start = before ? before.end : item.start;
  const end = before ? item.end : (after?.start ?? item.end + comma);
  return holdsComment(document, { start, end }) ? undefined : { start, end, newText: '' };
}

/** Adds pairs behind the last one of an inline table; undefined where it is not closed, or holds nothing but a comment. */
export function addPairs(
  document: ConfigDocument,
  { start, end, pairs, closed }: InlineTableValue,
  texts: readonly string[],
): TextEdit[] | undefined {
  const inside = { start: start + 1, end: end - 1 };
  const last = pairs.at(-1);
  const text = texts.join(', ');
  if (!closed || (!last && holdsComment(document, inside))) return undefined;
  return [last ? { start: last.end, end: last.end, newText: `, ${text}` } : { ...inside, newText: ` ${text} ` }];
}

/**
 * Adds items behind the last one of an array, on lines of their own where that one has its own. A comma behind the last item
 * stays behind the last one; undefined where the array is not closed, or holds nothing but a comment.
 */
export function addItems(
  document: ConfigDocument,
  array: ArrayValue,
  texts: readonly string[],
): TextEdit[] | undefined {
  const inside = { start: array.start + 1, end: array.end - 1 };
  const last = array.items.at(-1);
  if (!array.closed || (!last && holdsComment(document, inside))) return undefined;
  if (!last) return [{ ...inside, newText: texts.join(', ') }];
  if (!beginsLine(document, array, last)) return [insertion(last.end, `, ${texts.join(', ')}`)];
  const { lines } = document;
  const comma = commaAfter(document, last, inside.end);
  const lineEnd = lines.lineEnd(lines.lineOf(comma ?? last.end));
  // The bracket may stand on the line of the last item.
  const end = lineEnd < array.end ? lineEnd : (comma ?? last.end);
  const indentation = lineBreak(document) + indentationAt(document, last.start);
  if (comma !== undefined) return [insertion(end, texts.map((text) => `${indentation}${text},`).join(''))];
  const added = texts.map((text) => indentation + text).join(',');
  return end === last.end ? [insertion(end, `,${added}`)] : [insertion(last.end, ','), insertion(end, added)];
}

function insertion(at: number, newText: string): TextEdit {
  return { start: at, end: at, newText };
}

/** Whether an item is the first thing on its line. */
function beginsLine(document: ConfigDocument, array: ArrayValue, item: Span): boolean {
  const { lines, text } = document;
  const start = lines.lineStart(lines.lineOf(item.start));
  return start > array.start && text.slice(start, item.start).trim() === '';
}

/** The offset behind the comma that follows an item, on its line or behind comments on a later one. */
function commaAfter({ text, syntax }: ConfigDocument, item: Span, end: number): number | undefined {
  for (let at = text.indexOf(',', item.end); at >= 0 && at < end; at = text.indexOf(',', at + 1)) {
    if (at >= (lastBefore(syntax.comments, at)?.end ?? 0)) return at + 1;
  }
  return undefined;
}

function holdsComment({ syntax }: ConfigDocument, { start, end }: Span): boolean {
  return (lastBefore(syntax.comments, end - 1)?.end ?? 0) > start;
}

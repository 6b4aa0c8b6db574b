/** Writes and changes table headers. */
import type { ConfigDocument } from '../meaning/document';
import type { TextEdit } from '../text/edit';
import type { Header, InlineTableValue } from '../toml/syntax';
import { keyText } from '../toml/write';
import { indentationAt, insertLines, withLeadingComments } from './text-lines';

/** `[a.b]` or `[[a.b]]`, quoted where a name needs it. */
export function headerLine(path: readonly string[], array: boolean): string {
  const name = path.map(keyText).join('.');
  return array ? `[[${name}]]` : `[${name}]`;
}

/** Changes single brackets to double ones, or the reverse. Nothing between the brackets is touched. */
export function changeBrackets(header: Header, array: boolean, text: string): TextEdit[] {
  if (header.array === array || !header.closed) return [];
  if (array) {
    return [
      { start: header.start, end: header.start, newText: '[' },
      { start: header.end, end: header.end, newText: ']' },
    ];
  }
  const second = text.indexOf('[', header.start + 1);
  const last = text.lastIndexOf(']', header.end - 2);
  return [
    { start: second, end: second + 1, newText: '' },
    { start: last, end: last + 1, newText: '' },
  ];
}

/** Puts an inline table into a list. What would be taken out of one may be an item among others. */
export function listOf({ start, end, closed }: InlineTableValue, array: boolean): TextEdit[] | undefined {
  if (!closed || !array) return undefined;
  return [
    { start, end: start, newText: '[' },
    { start: end, end, newText: ']' },
  ];
}

/** Inserts the header of a list of tables before another header and the comments above that. */
export function insertHeader(document: ConfigDocument, before: Header, path: readonly string[]): TextEdit {
  const indentation = path.length === 1 ? '' : indentationAt(document, before.start);
  const { start } = withLeadingComments(document, before);
  return insertLines(document, start, [indentation + headerLine(path, true)]);
}

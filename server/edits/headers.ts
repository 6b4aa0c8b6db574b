/** Writes and changes table headers. */
import type { TextEdit } from '../text/edit';
import type { Header } from '../toml/syntax';
import { keyText } from '../toml/write';

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

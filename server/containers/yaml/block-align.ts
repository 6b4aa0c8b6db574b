/** Where the characters of a block scalar of YAML stand: its text, as the `yaml` package reads it, laid on its lines. */

import { PieceList } from '../../text/offset-map';
import type { BlockLine } from './block-line';

/**
 * Aligns `text` with the lines. What stands in a line stands in the text as it is, without the indentation; between two of
 * them the text has line breaks, a space or nothing, which are those of the file in their order.
 */
export function alignBlockScalar(source: string, lines: readonly BlockLine[], indent: number, text: string): PieceList {
  const list = new PieceList(source);
  /** Lines whose break is not in the text yet. */
  let open: BlockLine[] = [];
  for (const line of lines) {
    const start = line.start + Math.min(line.spaces, indent);
    const content = source.slice(start, line.end);
    const found = content === '' ? undefined : contentAt(text, list.length, content);
    if (found !== undefined) {
      addBreaks(list, open, text.slice(list.length, found));
      open = [];
      list.copy(start, content.length);
    }
    open.push(line);
  }
  addBreaks(list, open, text.slice(list.length));
  return list;
}

/** Where the content of a line begins in the text from `from` on; undefined for spaces that are no text. */
function contentAt(text: string, from: number, content: string): number | undefined {
  for (let at = from; ; at++) {
    if (text.startsWith(content, at)) return at;
    if (text[at] !== '\n' && text[at] !== ' ') return undefined;
  }
}

function addBreaks(list: PieceList, lines: readonly BlockLine[], text: string): void {
  for (const [index, line] of lines.entries()) {
    const isLast = index === lines.length - 1;
    const written = isLast ? text.slice(index) : text.charAt(index);
    if (written === '\n' && line.breakLength === 1) list.copy(line.end, 1);
    else list.replace(line.end, line.breakLength, written);
  }
}

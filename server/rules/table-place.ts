/** Where what is said of a table as a whole is shown. */
import type { Span } from '../text/span';
import type { TableNode } from '../toml/model';

/** The name in the header of a table, or the opening brace. */
export function placeOfTable({ inline, sections }: TableNode): Span | undefined {
  if (inline) return { start: inline.start, end: inline.start + 1 };
  const header = sections[0]?.header;
  return header?.closed ? { start: header.key.start, end: header.key.end } : undefined;
}

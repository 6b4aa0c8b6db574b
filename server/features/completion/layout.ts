/** How a document indents its tables. The runner writes two spaces for each level; others write none, or four. */

import { indentationAt } from '../../edits/text-lines';
import type { ConfigDocument } from '../../meaning/document';
import type { Section } from '../../toml/syntax';

/** The white space before the header, and before the pairs, of a table whose path has that many names. */
export interface Layout {
  header(depth: number): string;
  pair(depth: number): string;
}

/** How many sections before and after the cursor are looked at. */
const NEARBY = 12;

/** The layout that a document uses around one of its sections. */
export function layoutAround(document: ConfigDocument, section: Section): Layout {
  const { sections } = document.syntax;
  const here = sections.indexOf(section);
  const nearby = [
    section,
    ...sections.slice(here + 1, here + NEARBY),
    ...sections.slice(Math.max(0, here - NEARBY), here).reverse(),
  ];
  const levelStep = first(nearby, (other) => stepOfLevel(document, other)) ?? '  ';
  const pairStep = first(nearby, (other) => stepOfPairs(document, other)) ?? '  ';
  const depth = section.header?.key.segments.length ?? 1;
  const own = section.header ? indentationAt(document, section.header.start) : '';
  const header = (wanted: number) => own + levelStep.repeat(Math.max(0, wanted - depth));
  return { header, pair: (wanted) => header(wanted) + pairStep };
}

function first<T, R>(items: readonly T[], look: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = look(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function stepOfLevel(document: ConfigDocument, { header }: Section): string | undefined {
  if (!header?.closed) return undefined;
  const levels = header.key.segments.length - 1;
  if (levels === 0) return undefined;
  const indentation = indentationAt(document, header.start);
  return indentation.length % levels === 0 ? indentation.slice(0, indentation.length / levels) : undefined;
}

function stepOfPairs(document: ConfigDocument, { header, pairs }: Section): string | undefined {
  const pair = pairs.find((candidate) => candidate.equals >= 0);
  if (!header || !pair) return undefined;
  const outer = indentationAt(document, header.start);
  const inner = indentationAt(document, pair.start);
  return inner.startsWith(outer) ? inner.slice(outer.length) : undefined;
}

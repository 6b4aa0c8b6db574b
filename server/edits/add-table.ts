/** Adds a table, or one more table to a list of them. */
import type { Change } from '../meaning/change';
import type { ConfigDocument } from '../meaning/document';
import { memberOf } from '../meaning/members';
import { countBefore } from '../text/search';
import { type Member, nameInHeader } from '../toml/model';
import type { Section } from '../toml/syntax';
import { keyText } from '../toml/write';
import { nested } from './additions';
import { headerLine } from './headers';
import type { Pieces } from './joined-edits';
import { newText } from './new-value';
import type { IsGone } from './set-key';
import { wayTo } from './target-table';
import { deeper, indentationAt, lineBreak } from './text-lines';

type AddTable = Extract<Change, { readonly op: 'add-table' }>;

/** What adds a table; undefined where it is there, or where no header can lead to it. */
export function addTable({ from, table, entries, comments = [] }: AddTable, isGone: IsGone): Pieces | undefined {
  const way = table.parent && wayTo(from, table.parent);
  if (!way?.byHeaders || way.missing.some(({ kind }) => kind === 'array-of-tables')) return undefined;
  const { document } = from;
  const array = table.kind === 'array-of-tables';
  const member = way.missing.length === 0 ? memberOf(way.table, table.name) : undefined;
  const isThere = member !== undefined && !isGone(member.pair);
  const last = isThere && array ? lastOf(document, member) : undefined;
  const below = last?.end ?? (isThere ? undefined : way.below);
  if (!below) return undefined;
  const indentation = last ? indentationAt(document, last.start.start) : nested(document, below);
  const name = isThere ? member.name : table.name;
  const header = headerLine([...way.path, ...way.missing.map((step) => step.name), name], array);
  const inner = deeper(document, indentation);
  const lines = entries.flatMap(({ key, value, comments: above = [] }) => [
    ...above.map((comment) => inner + comment),
    `${inner}${keyText(key)} = ${newText(value)}`,
  ]);
  const above = comments.map((comment) => indentation + comment);
  const text = [...above, indentation + header, ...lines].join(lineBreak(document));
  return { edits: [], additions: [{ place: { behind: below, indentation }, text: () => text }] };
}

/** The first and the last section of the last table of a list: the tables in it stand below its header. */
function lastOf(document: ConfigDocument, { node }: Member): { start: Section; end: Section } | undefined {
  const element = node.type === 'array-of-tables' ? node.elements.at(-1) : undefined;
  const [start] = element?.sections ?? [];
  if (!element || !start?.header?.closed) return undefined;
  const { sections } = document.syntax;
  const depth = start.header.key.segments.length;
  const name = nameInHeader(element)?.name;
  let end = start;
  for (
    let index = countBefore(sections.length, (at) => (sections[at]?.start ?? 0) <= start.start);
    index < sections.length;
    index++
  ) {
    const section = sections[index];
    const segments = section?.header?.key.segments ?? [];
    if (!section || segments.length <= depth || segments[depth - 1]?.name !== name) break;
    end = section;
  }
  return { start, end };
}

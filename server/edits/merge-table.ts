/** Moves all keys of a table below the header of another one, and removes the header that they had. */

import type { ConfigDocument } from '../meaning/document';
import { memberOf } from '../meaning/members';
import type { Member, TableNode } from '../toml/model';
import type { Pieces } from './joined-edits';
import { movedLines } from './move-pair';
import { removedLines, standsAlone, withBlankLines, withLeadingComments } from './text-lines';

/** What goes and what comes; undefined where a name is in both, or something else than keys with their comments is in the table. */
export function mergeTable(document: ConfigDocument, member: Member, into: TableNode): Pieces | undefined {
  const { node, keys } = member;
  const [section] = node.type === 'table' && keys.length === 1 ? node.sections : [];
  const [target] = into.sections;
  const { header, pairs = [] } = section ?? {};
  const last = pairs[pairs.length - 1];
  if (!header?.closed || !last || !target?.header?.closed || !standsAlone(document, header)) return undefined;
  const fits = pairs.every(
    (pair) =>
      pair.key.segments.length === 1 &&
      standsAlone(document, pair) &&
      memberOf(into, pair.key.segments[0]?.name ?? '') === undefined,
  );
  if (!fits) return undefined;
  const parts = pairs.map((pair) => ({ pair, lines: withLeadingComments(document, pair) }));
  const { start } = withLeadingComments(document, header);
  const { end } = withLeadingComments(document, last);
  const isKept = ({ start: at }: { start: number }) => parts.some(({ lines }) => lines.start <= at && at < lines.end);
  if (document.syntax.comments.some((comment) => start <= comment.start && comment.start < end && !isKept(comment)))
    return undefined;
  const removal = { ...removedLines(document, withBlankLines(document, { start, end })), newText: '' };
  const additions = parts.map(({ pair, lines }) => ({
    place: { section: target },
    text: (indentation: string) => movedLines(document, pair, lines, indentation),
  }));
  return { edits: [removal], additions };
}

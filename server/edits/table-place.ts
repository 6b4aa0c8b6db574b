/** Finds out what stands where the headers of a table would lead if they had another name. */

import type { ConfigDocument } from '../meaning/document';
import { memberOf } from '../meaning/members';
import type { KeyVisit } from '../meaning/visit';
import type { KeySchema } from '../schema/types';
import type { Member, TableNode } from '../toml/model';
import type { Span } from '../toml/syntax';
import { isImpliedByHeaders, steps } from './target-table';

/** `free`: the headers may have the name. A table: it has the name already. Undefined: the headers cannot lead there. */
export function placeFor(visit: KeyVisit, target: KeySchema): 'free' | TableNode | undefined {
  const { document, schema, table, member } = visit;
  if (target.parent === schema) return placeIn(visit, target, table);
  if (!target.parent) return undefined;
  const first = member.key;
  const last = member.keys.at(-1) ?? first;
  let around: TableNode = document.model.root;
  const way = steps(visit.context.schema.root, target.parent);
  for (const [index, step] of way.entries()) {
    const next = memberOf(around, step.name);
    // A first `[[runners]]` is written together with the new name; any other list would be taken for a table.
    if (!next)
      return way.slice(index).every((each) => each.kind !== 'array-of-tables' || each.path === 'runners[]')
        ? 'free'
        : undefined;
    const opened = openedAt(document, next, first);
    if (!opened || opened !== openedAt(document, next, last)) return undefined;
    around = opened;
  }
  return placeIn(visit, target, around);
}

function placeIn({ document, member }: KeyVisit, target: KeySchema, around: TableNode): 'free' | TableNode | undefined {
  const there = memberOf(around, target.name);
  if (!there) return 'free';
  if (target.kind === 'array-of-tables') return there.node.type === 'array-of-tables' ? 'free' : undefined;
  if (there.node.type !== 'table') return undefined;
  if (member.pair || there.node.sections.length > 0) return there.node;
  return isImpliedByHeaders(document, there) && !haveCommonName(member, there.node) ? 'free' : undefined;
}

/** The table that a header at an offset goes through: of a list the last entry before it. */
function openedAt(document: ConfigDocument, member: Member, { start }: Span): TableNode | undefined {
  const { node } = member;
  if (node.type === 'array-of-tables')
    return node.elements.filter(({ sections }) => (sections[0]?.start ?? 0) < start).pop();
  if (node.type === 'value' || member.pair) return undefined;
  return node.sections.length > 0 || isImpliedByHeaders(document, member) ? node : undefined;
}

function haveCommonName({ node }: Member, table: TableNode): boolean {
  return node.type === 'table' && [...node.members.keys()].some((name) => memberOf(table, name) !== undefined);
}

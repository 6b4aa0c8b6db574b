/** A key that an older runner read and this one ignores. */

import { moves } from '../../edits/move-key';
import { removal } from '../../edits/remove-pair';
import { renames } from '../../edits/rename-key';
import type { Fix } from '../../meaning/finding';
import { memberOf } from '../../meaning/members';
import { nameFrom } from '../../meaning/table-names';
import { tableView } from '../../meaning/table-view';
import { isUnknownName } from '../../meaning/unknown-name';
import type { KeyVisit } from '../../meaning/visit';
import type { KeySchema } from '../../schema/types';
import { message } from '../../text/message';
import type { Rule } from '../rule';

export const removedKey: Rule<'key'> = {
  code: 'removed-key',
  scope: 'key',
  concerns: (key) => key === undefined,
  check(visit, report) {
    const { member, schema, context } = visit;
    if (!isUnknownName(visit)) return;
    const removed = context.schema.findRemoved(schema, member.name);
    if (!removed) return;
    const replacements = replacementsOf(visit, removed);
    const args = { key: removed.name, removed: removed.removed ?? '' };
    const items = replacements.map((key) => nameFrom(schema, key));
    report({
      start: member.key.start,
      end: member.key.end,
      message:
        items.length > 0
          ? message('removed-key.replaced', { ...args, replacements: { join: 'or', items } })
          : message('removed-key', args),
      link: schema.docs,
      tags: ['deprecated'],
      fixes: () => [...replacements.flatMap((key) => replaced(visit, key)), ...removal(visit)],
    });
  },
};

/** The keys that took its place; in the cache that of the `Type` at hand, where the facts name the one of S3 only. */
function replacementsOf({ context, schema, table }: KeyVisit, removed: KeySchema): readonly KeySchema[] {
  const type = tableView(table).string('type')?.value;
  return removed.replacedBy.flatMap((path) => {
    const key = context.schema.byPath(path);
    const sibling = type && key?.parent?.parent === schema && schema.children.get(type)?.children.get(key.name);
    return sibling || key || [];
  });
}

/** Renames in place, or moves into the sub-table that took the key over (`AccessKey` of the cache into its `s3`). */
function replaced(visit: KeyVisit, key: KeySchema): Fix[] {
  if (key.parent !== visit.schema) return moves(visit, key, true);
  if (visit.member.node.type !== 'value' || memberOf(visit.table, key.name)) return [];
  return renames(visit, key);
}

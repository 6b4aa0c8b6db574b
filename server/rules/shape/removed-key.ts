/** A key that an older runner read and this one ignores. */

import { moves } from '../../edits/move-key';
import { removal } from '../../edits/remove-pair';
import { renames } from '../../edits/rename-key';
import type { Fix } from '../../meaning/finding';
import { memberOf } from '../../meaning/members';
import { inTable } from '../../meaning/table-names';
import { tableView } from '../../meaning/table-view';
import { isUnknownName } from '../../meaning/unknown-name';
import type { KeyVisit } from '../../meaning/visit';
import type { KeySchema } from '../../schema/types';
import { draft } from '../../text/draft';
import type { Rule } from '../rule';

export const removedKey: Rule<'key'> = {
  code: 'removed-key',
  scope: 'key',
  check(visit, report) {
    const { member, schema, context } = visit;
    if (!isUnknownName(visit)) return;
    const removed = context.schema.findRemoved(schema, member.name);
    if (!removed) return;
    const replacements = replacementsOf(visit, removed);
    const names = replacements.map(
      (key) => `\`${key.name}\`${key.parent === schema ? '' : ` ${inTable(key.parent as KeySchema)}`}`,
    );
    const advice =
      names.length > 0 ? `Use ${names.join(' or ')} instead; the runner ignores this.` : 'The runner ignores it.';
    report({
      start: member.key.start,
      end: member.key.end,
      message: draft(`\`${removed.name}\` was removed in GitLab Runner ${removed.removed}. ${advice}`),
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

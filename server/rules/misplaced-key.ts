/** A key that exists, but in another table. The most frequent mistake of all: a key written below a sub-table's header. */
import type { Rule } from '../check/rule';
import { inTable } from '../check/table-names';
import { isUnknownName, meaningOf } from '../check/unknown-name';
import type { KeySchema } from '../schema/types';
import { moves } from './unknown-key';

export const misplacedKey: Rule = {
  code: 'misplaced-key',
  key(visit, report) {
    const { member, schema, context } = visit;
    if (!isUnknownName(visit) || member.node.type !== 'value') return;
    if (context.schema.findRemoved(schema, member.name)) return;
    const meaning = meaningOf(visit);
    if (meaning.kind !== 'misplaced') return;
    const { key } = meaning;
    const parent = key.parent as KeySchema;
    const place = parent.path === '' ? 'at the top of the file, before the first table' : inTable(parent);
    report({
      code: 'misplaced-key',
      severity: 'warning',
      start: member.key.start,
      end: member.key.end,
      message: `\`${member.name}\` belongs ${place}. Here, ${inTable(schema)}, the runner ignores it.`,
      link: key.docs,
      fixes: () => moves(visit, key, true),
    });
  },
};

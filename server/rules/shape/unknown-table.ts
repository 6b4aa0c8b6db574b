/** A table that no runner knows. Everything in it is ignored for the same reason, so it is reported once, on its name. */

import { becomes } from '../../edits/become-table';
import { headerOf } from '../../meaning/table-names';
import { isUnknownName, type Meaning, meaningOf } from '../../meaning/unknown-name';
import type { KeySchema } from '../../schema/types';
import { draft } from '../../text/draft';
import type { Rule } from '../rule';

export const unknownTable: Rule<'key'> = {
  code: 'unknown-table',
  scope: 'key',
  check(visit, report) {
    const { member, context, schema } = visit;
    if (!isUnknownName(visit) || member.node.type === 'value') return;
    if (context.schema.findRemoved(schema, member.name)) return;
    const meaning = meaningOf(visit);
    report({
      start: member.key.start,
      end: member.key.end,
      message: draft(
        `\`${[...visit.path, member.name || '""'].join('.')}\` is no table of config.toml. ${advice(meaning)}`,
      ),
      link: schema.docs,
      fixes: () => candidates(meaning).flatMap((target) => becomes(visit, target)),
    });
  },
};

function advice(meaning: Meaning): string {
  const [target, ...others] = candidates(meaning);
  if (!target) return 'The runner ignores it with all that is in it.';
  const names = [target, ...others].map((key) => `\`${headerOf(key)}\``);
  return `Did you mean ${names.join(' or ')}? The runner ignores it as it is.`;
}

function candidates(meaning: Meaning): readonly KeySchema[] {
  if (meaning.kind === 'misspelled' || meaning.kind === 'misplaced') return [meaning.key];
  if (meaning.kind !== 'elsewhere' || meaning.unread) return [];
  return meaning.keys.filter(({ kind }) => kind === 'table' || kind === 'array-of-tables' || kind === 'map');
}

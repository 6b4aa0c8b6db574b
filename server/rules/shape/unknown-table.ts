/** A table that no runner knows. Everything in it is ignored for the same reason, so it is reported once, on its name. */

import { becomes } from '../../edits/become-table';
import { joinedName, joins } from '../../edits/joined-name';
import { isTolerations, tolerationsToMap } from '../../edits/tolerations-to-map';
import type { Fix } from '../../meaning/finding';
import { isOfForeignExecutor } from '../../meaning/foreign-executor';
import { headerOf } from '../../meaning/table-names';
import { isUnknownName, meaningOf } from '../../meaning/unknown-name';
import type { KeyVisit } from '../../meaning/visit';
import type { KeySchema } from '../../schema/types';
import { anyOf, type Message, message } from '../../text/message';
import { isNeeded, meantTables } from '../needed-tables';
import type { Rule } from '../rule';

export const unknownTable: Rule<'key'> = {
  code: 'unknown-table',
  scope: 'key',
  concerns: (key) => key === undefined,
  check(visit, report) {
    const { member, context, schema } = visit;
    if (!isUnknownName(visit) || member.node.type === 'value') return;
    if (context.schema.findRemoved(schema, member.name)) return;
    const joined = joinedName(visit);
    // No job runs without it: the table that is missing is not reported as well.
    const gravity = isNeeded(visit) && ({ severity: 'error', loads: true } as const);
    if (joined) {
      const { spans, key } = joined;
      const written = visit.source.text.slice(spans[0].start, spans[0].end);
      const said = messageOf([...visit.path, written].join('.'), [key]);
      report({ ...spans[0], ...gravity, message: said, link: key.docs, fixes: () => joins(visit, joined) });
      return;
    }
    const meaning = meaningOf(visit);
    const tables = meantTables(visit);
    const name = [...visit.path, member.name || '""'].join('.');
    // It may be a table of that build.
    const isForeign = meaning.kind === 'unknown' && tables.length === 0 && isOfForeignExecutor(visit);
    report({
      start: member.key.start,
      end: member.key.end,
      ...gravity,
      ...(isForeign && ({ severity: 'hint' } as const)),
      message:
        meaning.kind === 'not-here'
          ? message('unknown-table.not-here', { key: name, advice: meaning.advice })
          : messageOf(name, tables),
      link: schema.docs,
      fixes: () => tables.flatMap((target) => becomesOneOf(visit, target)),
    });
  },
};

/** Under the name of the map tolerations as Kubernetes writes them would be others. */
function becomesOneOf(visit: KeyVisit, target: KeySchema): Fix[] {
  return isTolerations(visit, target) ? tolerationsToMap(visit, target) : becomes(visit, target);
}

function messageOf(key: string, tables: readonly KeySchema[]): Message {
  if (tables.length === 0) return message('unknown-table', { key });
  return message('unknown-table.misspelled', { key, tables: anyOf(tables.map(headerOf)) });
}

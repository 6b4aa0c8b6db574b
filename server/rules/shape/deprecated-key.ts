/** A key that still works but will go, or that is read by nothing any more; and the tables of a feature that will go. */

import { offPeakConversion } from '../../edits/off-peak';
import type { Fix } from '../../meaning/finding';
import { headerOf, nameFrom } from '../../meaning/table-names';
import type { KeyVisit } from '../../meaning/visit';
import type { KeySchema } from '../../schema/types';
import { allOf, type List, type Message, message } from '../../text/message';
import type { Rule } from '../rule';

export const deprecatedKey: Rule<'key'> = {
  code: 'deprecated-key',
  scope: 'key',
  concerns: (key) =>
    key?.deprecated === true || key?.noEffectSince !== undefined || key?.sectionDeprecated !== undefined,
  check(visit, report) {
    const { key, member } = visit;
    const said = key && messageFor(visit, key);
    if (!key || !said) return;
    report({
      ...(key.noEffectSince && { severity: 'warning' }),
      start: member.key.start,
      end: member.key.end,
      message: said,
      link: key.docs,
      tags: ['deprecated'],
      fixes: () => removal(visit, key),
    });
  },
};

function messageFor(visit: KeyVisit, key: KeySchema): Message | undefined {
  if (key.sectionDeprecated) {
    const { since, removal: planned } = key.sectionDeprecated;
    return message('deprecated-key.executor', { key: headerOf(key), executors: allOf(key.executors), since, planned });
  }
  const replacements = replacementsOf(visit, key);
  if (key.noEffectSince) {
    const args = { key: key.name, since: key.noEffectSince };
    return replacements
      ? message('deprecated-key.no-effect-replaced', { ...args, replacements })
      : message('deprecated-key.no-effect', args);
  }
  if (!key.deprecated) return undefined;
  const args = { key: key.name, since: key.deprecatedSince ?? 'unknown' };
  return replacements ? message('deprecated-key.replaced', { ...args, replacements }) : message('deprecated-key', args);
}

/** What to use instead; a key that the file's runner does not know yet by its path. */
function replacementsOf({ context, schema }: KeyVisit, { replacedBy }: KeySchema): List | undefined {
  if (replacedBy.length === 0) return undefined;
  const items = replacedBy.map((path) => {
    const key = context.schema.byPath(path);
    return key ? nameFrom(schema, key) : message('code', { text: path });
  });
  return { join: 'or', items };
}

function removal(visit: KeyVisit, key: KeySchema): Fix[] {
  const { pair, name } = visit.member;
  if (!pair || !key.noEffectSince) return [];
  const conversion = offPeakConversion(visit);
  const preferred = conversion.length === 0;
  return [
    ...conversion,
    { title: message('fix.remove', { name }), changes: [{ op: 'remove', part: pair }], preferred },
  ];
}

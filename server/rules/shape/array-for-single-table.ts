/** `[[x]]` where the runner reads one table, `[x]`: it does not start; for a map it starts and ignores the lot. */

import { isTolerations, tolerationsToMap } from '../../edits/tolerations-to-map';
import type { Change } from '../../meaning/change';
import { instanceOf } from '../../meaning/instance';
import { headerOf } from '../../meaning/table-names';
import type { KeyVisit } from '../../meaning/visit';
import { message } from '../../text/message';
import type { Rule } from '../rule';

export const arrayForSingleTable: Rule<'key'> = {
  code: 'array-for-single-table',
  scope: 'key',
  concerns: (key) => key?.kind === 'table' || key?.kind === 'map',
  check(visit, report) {
    const { key, member, path } = visit;
    if (!key || (key.kind !== 'table' && key.kind !== 'map') || member.node.type !== 'array-of-tables') return;
    const { elements } = member.node;
    // `[x]` that comes first is the table; the syntax says what is wrong with `[[x]]` after it.
    if (!elements[0]?.sections[0]?.header?.array) return;
    const name = [...path, member.name].join('.');
    const isMap = key.kind === 'map';
    report({
      ...(isMap && { severity: 'warning' }),
      start: member.key.start,
      end: member.key.end,
      message: message('array-for-single-table', {
        key: name,
        header: isMap ? `[${name}]` : headerOf(key),
        outcome: isMap ? 'ignored' : 'refused',
      }),
      link: key.docs,
      fixes: () => {
        if (isTolerations(visit, key)) return tolerationsToMap(visit, key);
        const header = elements.length === 1 ? elements[0]?.sections[0]?.header : undefined;
        if (!header || !fitsAsOne(visit)) return [];
        const title = message('fix.change-to', { text: `[${name}]` });
        const changes: Change[] = [{ op: 'brackets', of: header, array: false }];
        return [{ title, changes, preferred: true, safe: true }];
      },
    });
  },
};

/** Whether the runner takes what a map would then hold: it refuses a map with values of another type. */
function fitsAsOne({ key, member, context }: KeyVisit): boolean {
  const element = member.node.type === 'array-of-tables' ? member.node.elements[0] : undefined;
  if (!element || key?.definition === undefined) return true;
  const checked = instanceOf(element, key);
  return !checked || context.schema.validate(key.definition, checked.instance).length === 0;
}

/** `[[x]]` where the runner reads one table, `[x]`: it does not start; for a map it starts and ignores the lot. */

import type { Change } from '../../meaning/change';
import { instanceOf } from '../../meaning/instance';
import { headerOf } from '../../meaning/table-names';
import type { KeyVisit } from '../../meaning/visit';
import { draft } from '../../text/draft';
import { message } from '../../text/message';
import type { Rule } from '../rule';

export const arrayForSingleTable: Rule<'key'> = {
  code: 'array-for-single-table',
  scope: 'key',
  check(visit, report) {
    const { key, member, path } = visit;
    if (!key || (key.kind !== 'table' && key.kind !== 'map') || member.node.type !== 'array-of-tables') return;
    const { elements } = member.node;
    // `[x]` that comes first is the table; the syntax says what is wrong with `[[x]]` after it.
    if (!elements[0]?.sections[0]?.header?.array) return;
    const name = [...path, member.name].join('.');
    report({
      severity: key.kind === 'map' ? 'warning' : 'error',
      start: member.key.start,
      end: member.key.end,
      message: draft(
        key.kind === 'map'
          ? `\`${name}\` is one table: write \`[${name}]\` with single brackets. The runner ignores it with two.`
          : `\`${name}\` is one table: write \`${headerOf(key)}\` with single brackets. The runner does not start with two.`,
      ),
      link: key.docs,
      fixes: () => {
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

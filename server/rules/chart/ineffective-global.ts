/**
 * A global key in a registration template (`runners.config` of the chart, `register --template-config`): only the one
 * `[[runners]]` is taken over, everything else is dropped (checks.json, embedding: template-config-rules).
 */

import { offered } from '../../edits/changes';
import { message } from '../../text/message';
import type { Rule } from '../rule';

export const ineffectiveGlobal: Rule<'key'> = {
  code: 'ineffective-global',
  scope: 'key',
  check(visit, report) {
    const { source, key, member, path } = visit;
    const { role, owner } = source.traits;
    if (role !== 'template' || path.length > 0 || !key || key.path === 'runners[]') return;
    const { pair, name } = member;
    report({
      start: member.key.start,
      end: member.key.end,
      message: message('ineffective-global', { key: name, owner }),
      link: key.docs,
      fixes: () =>
        pair
          ? offered(visit.document, [
              { title: message('fix.remove', { name }), changes: [{ op: 'remove', part: pair }] },
            ])
          : [],
    });
  },
};

/**
 * A global key in a registration template (`runners.config` of the chart, `register --template-config`): only the one
 * `[[runners]]` is taken over, everything else is dropped (checks.json, embedding: template-config-rules).
 */

import { removeLines, standsAlone } from '../../edits/text-lines';
import { replacements } from '../../meaning/change';
import type { ConfigDocument } from '../../meaning/document';
import { draft } from '../../text/draft';
import type { Rule } from '../rule';

export const ineffectiveGlobal: Rule<'key'> = {
  code: 'ineffective-global',
  scope: 'key',
  check({ document, key, member, path }, report) {
    if (document.traits.role !== 'template' || path.length > 0 || !key || key.path === 'runners[]') return;
    const { pair } = member;
    const advice = adviceAt(document.traits.owner);
    report({
      start: member.key.start,
      end: member.key.end,
      message: draft(
        `\`${member.name}\` has no effect here: of a registration template only \`[[runners]]\` is taken over. ${advice}`,
      ),
      link: key.docs,
      fixes: () =>
        pair && standsAlone(document, pair)
          ? [{ title: draft(`Remove \`${member.name}\``), changes: replacements([removeLines(document, pair)]) }]
          : [],
    });
  },
};

function adviceAt(owner: ConfigDocument['traits']['owner']): string {
  if (owner === 'chart') return 'Set it in the values of the chart, beside `runners`.';
  if (owner === 'operator') return 'Set it in the `spec` of the Runner.';
  return 'Set it in the config.toml itself.';
}

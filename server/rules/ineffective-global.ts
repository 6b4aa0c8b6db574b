/**
 * A global key in a registration template (`runners.config` of the chart, `register --template-config`): only the one
 * `[[runners]]` is taken over, everything else is dropped (checks.json, embedding: template-config-rules).
 */
import type { Rule } from '../check/rule';
import { removeLines, standsAlone } from '../edits/text-lines';
import type { RegionPlace } from '../regions/region';

export const ineffectiveGlobal: Rule = {
  code: 'ineffective-global',
  key({ document, key, member, path }, report) {
    if (document.content !== 'template' || path.length > 0 || !key || key.path === 'runners[]') return;
    const { pair } = member;
    const advice = adviceAt(document.region?.place);
    report({
      code: 'ineffective-global',
      severity: 'warning',
      start: member.key.start,
      end: member.key.end,
      message: `\`${member.name}\` has no effect here: of a registration template only \`[[runners]]\` is taken over. ${advice}`,
      link: key.docs,
      fixes: () =>
        pair && standsAlone(document, pair)
          ? [{ title: `Remove \`${member.name}\``, edits: [removeLines(document, pair)] }]
          : [],
    });
  },
};

function adviceAt(place: RegionPlace | undefined): string {
  if (place === 'chart-config') return 'Set it in the values of the chart, beside `runners`.';
  if (place === 'operator-config') return 'Set it in the `spec` of the Runner.';
  return 'Set it in the config.toml itself.';
}

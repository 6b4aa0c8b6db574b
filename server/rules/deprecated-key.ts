/** A key that still works but will go, or that is read by nothing any more. */
import { headerOf } from '../check/names';
import type { Rule } from '../check/rule';
import { removeLines, standsAlone } from '../edits/text-lines';
import type { KeySchema } from '../schema/types';

export const deprecatedKey: Rule = {
  code: 'deprecated-key',
  key({ key, member, context, schema, document }, report) {
    if (!key || (!key.deprecated && !key.noEffectSince)) return;
    const { pair } = member;
    const replacements = key.replacedBy.map((path) => {
      const replacement = context.schema.byPath(path);
      if (!replacement) return `\`${path}\``;
      const there = replacement.parent === schema ? '' : ` in \`${headerOf(replacement.parent as KeySchema)}\``;
      return replacement.kind === 'array-of-tables'
        ? `\`${headerOf(replacement)}\``
        : `\`${replacement.name}\`${there}`;
    });
    const since = key.deprecatedSince ? ` since GitLab Runner ${key.deprecatedSince}` : '';
    const state = key.noEffectSince
      ? `\`${key.name}\` has had no effect since GitLab Runner ${key.noEffectSince}.`
      : `\`${key.name}\` is deprecated${since}.`;
    report({
      code: 'deprecated-key',
      severity: key.noEffectSince ? 'warning' : 'information',
      start: member.key.start,
      end: member.key.end,
      message: replacements.length > 0 ? `${state} Use ${replacements.join(' or ')} instead.` : state,
      link: key.docs,
      tags: ['deprecated'],
      fixes: () =>
        pair && key.noEffectSince && standsAlone(document, pair)
          ? [{ title: `Remove \`${key.name}\``, edits: [removeLines(document, pair)], preferred: true }]
          : [],
    });
  },
};

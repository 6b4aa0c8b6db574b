/**
 * A key or table that came with a newer runner than the file is for: that one ignores it without a word, with all that is
 * in it. Or a kind of value that came later than its key: that the older runner refuses. Since when there is a key or a
 * kind is in the facts (keys.README.md).
 */
import { flagMentions, removeMention } from '../check/flag-mentions';
import { needsNewerRunner } from '../check/newer-kind';
import type { KeyVisit, Rule } from '../check/rule';
import { removal } from '../edits/remove-pair';
import { versionText } from '../version';
import { expected } from './wrong-type';

export const requiresNewerRunner: Rule = {
  code: 'requires-newer-runner',
  key(visit, report) {
    const { key, member, schema, context } = visit;
    const version = versionText(context.schema.version);
    if (key && needsNewerRunner(visit)) {
      const span = member.node.type === 'value' ? member.node.value : member.key;
      report({
        code: 'requires-newer-runner',
        severity: 'error',
        start: span.start,
        end: span.end,
        message: `This value of \`${key.name}\` needs GitLab Runner ${key.kindUntil}. The ${version} that this file is for takes ${key.kind === 'integer' ? 'a whole number of nanoseconds' : expected(key)}, and does not start with it.`,
        link: key.docs,
      });
    }
    for (const mention of flagMentions(visit)) {
      const { flag, span } = mention;
      if (flag?.state !== 'newer') continue;
      report({
        code: 'requires-newer-runner',
        severity: 'warning',
        start: span.start,
        end: span.end,
        message: `\`${flag.name}\` needs GitLab Runner ${flag.since}. The ${version} that this file is for ignores it.`,
        link: flag.docs,
        fixes: () => removeMention(mention),
      });
    }
    const newer = key ? undefined : context.schema.findNewer(schema, member.name);
    if (!newer) return;
    report({
      code: 'requires-newer-runner',
      severity: 'warning',
      start: member.key.start,
      end: member.key.end,
      message: `\`${nameIn(visit)}\` needs GitLab Runner ${newer.since}. The ${version} that this file is for ignores it.`,
      link: newer.docs,
      fixes: () => removal(visit),
    });
  },
};

function nameIn({ member, path }: KeyVisit): string {
  return member.node.type === 'value' ? member.name : [...path, member.name].join('.');
}

/**
 * A key or table that came with a newer runner than the file is for: that one ignores it without a word, with all that is
 * in it. Or a kind of value that came later than its key: that the older runner refuses. Since when there is a key or a
 * kind is in the facts (keys.README.md).
 */

import { removeMention } from '../../edits/remove-mention';
import { removal } from '../../edits/remove-pair';
import { expected } from '../../meaning/expected';
import { flagMentions } from '../../meaning/flag-mentions';
import { needsNewerRunner } from '../../meaning/newer-kind';
import type { KeyVisit } from '../../meaning/visit';
import { versionText } from '../../schema/version';
import { draft } from '../../text/draft';
import type { Rule } from '../rule';

export const requiresNewerRunner: Rule<'key'> = {
  code: 'requires-newer-runner',
  scope: 'key',
  check(visit, report) {
    const { key, member, schema, context } = visit;
    const version = versionText(context.schema.version);
    if (key && needsNewerRunner(visit)) {
      const span = member.node.type === 'value' ? member.node.value : member.key;
      report({
        severity: 'error',
        start: span.start,
        end: span.end,
        message: draft(
          `This value of \`${key.name}\` needs GitLab Runner ${key.kindUntil}. The ${version} that this file is for takes ${key.kind === 'integer' ? 'a whole number of nanoseconds' : expected(key)}, and does not start with it.`,
        ),
        link: key.docs,
      });
    }
    for (const mention of flagMentions(visit)) {
      const { flag, span } = mention;
      if (flag?.state !== 'newer') continue;
      report({
        start: span.start,
        end: span.end,
        message: draft(
          `\`${flag.name}\` needs GitLab Runner ${flag.since}. The ${version} that this file is for ignores it.`,
        ),
        link: flag.docs,
        fixes: () => removeMention(visit.document, mention),
      });
    }
    const newer = key ? undefined : context.schema.findNewer(schema, member.name);
    if (!newer) return;
    report({
      start: member.key.start,
      end: member.key.end,
      message: draft(
        `\`${nameIn(visit)}\` needs GitLab Runner ${newer.since}. The ${version} that this file is for ignores it.`,
      ),
      link: newer.docs,
      fixes: () => removal(visit),
    });
  },
};

function nameIn({ member, path }: KeyVisit): string {
  return member.node.type === 'value' ? member.name : [...path, member.name].join('.');
}

/**
 * A key or table that came with a newer runner than the file is for: that one ignores it without a word, with all that is
 * in it. Or a kind of value that came later than its key: that the older runner refuses. Since when there is a key or a
 * kind is in the facts (keys.README.md).
 */

import { removeMention } from '../../edits/remove-mention';
import { removal } from '../../edits/remove-pair';
import { flagMentions, setsFlags } from '../../meaning/flag-mentions';
import { needsNewerRunner } from '../../meaning/newer-kind';
import type { KeyVisit } from '../../meaning/visit';
import type { Kind } from '../../schema/types';
import { versionText } from '../../schema/version';
import { message } from '../../text/message';
import type { Rule } from '../rule';

export const requiresNewerRunner: Rule<'key'> = {
  code: 'requires-newer-runner',
  scope: 'key',
  concerns: (key) => key === undefined || key.kindUntil !== undefined || setsFlags(key),
  check(visit, report) {
    const { key, member, schema, context } = visit;
    const version = versionText(context.schema.version);
    if (key && needsNewerRunner(visit)) {
      const span = member.node.type === 'value' ? member.node.value : member.key;
      report({
        severity: 'error',
        start: span.start,
        end: span.end,
        message: message('requires-newer-runner.value', {
          key: key.name,
          since: key.kindUntil ?? '',
          version,
          wanted: oldKinds[key.kind] ?? 'other',
        }),
        link: key.docs,
      });
    }
    for (const mention of flagMentions(visit)) {
      const { flag, span } = mention;
      if (flag?.state !== 'newer') continue;
      report({
        start: span.start,
        end: span.end,
        message: message('requires-newer-runner', { key: flag.name, since: flag.since, version }),
        link: flag.docs,
        fixes: () => removeMention(visit.document, mention),
      });
    }
    const newer = key ? undefined : context.schema.findNewer(schema, member.name);
    if (!newer) return;
    report({
      start: member.key.start,
      end: member.key.end,
      message: message('requires-newer-runner', { key: nameIn(visit), since: newer.since, version }),
      link: newer.docs,
      fixes: () => removal(visit),
    });
  },
};

/** What keys took before, as far as it is known (kind_history): durations were whole numbers of nanoseconds. */
const oldKinds: Partial<Readonly<Record<Kind, 'integer' | 'string' | 'strings'>>> = {
  integer: 'integer',
  string: 'string',
  array: 'strings',
};

function nameIn({ member, path }: KeyVisit): string {
  return member.node.type === 'value' ? member.name : [...path, member.name].join('.');
}

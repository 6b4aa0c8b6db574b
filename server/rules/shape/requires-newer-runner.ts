/**
 * A key or table that came with a newer runner than the file is for: that one ignores it without a word, with all that is
 * in it. Or a kind of value that came later than its key: that the older runner refuses. Since when there is a key or a
 * kind is in the facts (keys.README.md). What only a runner has that is still being made is a hint: by the time somebody writes it
 * that one may well be out.
 */

import { removeMention } from '../../edits/remove-mention';
import { removal } from '../../edits/remove-pair';
import type { Context } from '../../meaning/context';
import { flagMentions, setsFlags } from '../../meaning/flag-mentions';
import { needsNewerRunner } from '../../meaning/newer-kind';
import type { KeyVisit } from '../../meaning/visit';
import type { KeySchema, Kind } from '../../schema/types';
import { versionText } from '../../schema/version';
import { message } from '../../text/message';
import type { Found, Rule } from '../rule';

export const requiresNewerRunner: Rule<'key'> = {
  code: 'requires-newer-runner',
  scope: 'key',
  concerns: (key) => key === undefined || key.kindUntil !== undefined || key.ahead || setsFlags(key),
  check(visit, report) {
    const { key, member, schema, context } = visit;
    if (key && needsNewerRunner(visit)) {
      const span = member.node.type === 'value' ? member.node.value : member.key;
      report({
        severity: 'error',
        start: span.start,
        end: span.end,
        message: message('requires-newer-runner.value', {
          key: key.name,
          since: key.kindUntil ?? '',
          version: versionText(context.schema.version),
          wanted: oldKinds[key.kind] ?? 'other',
        }),
        link: key.docs,
      });
    }
    for (const mention of flagMentions(visit)) {
      const { flag, span } = mention;
      if (flag?.state !== 'newer' && !flag?.ahead) continue;
      report({
        start: span.start,
        end: span.end,
        ...tooNew(flag.name, flag, context),
        link: flag.docs,
        fixes: () => removeMention(visit.document, mention),
      });
    }
    // What is below a table that is ahead is as new as that.
    const newer = key ? key.ahead && !schema.ahead && key : context.schema.findNewer(schema, member.name);
    if (!newer) return;
    report({
      start: member.key.start,
      end: member.key.end,
      ...tooNew(nameIn(visit), newer, context),
      link: newer.docs,
      fixes: () => removal(visit),
    });
  },
};

/** What is said of a name that a newer runner brought. */
function tooNew(
  key: string,
  { since, ahead }: Pick<KeySchema, 'since' | 'ahead'>,
  { schema }: Context,
): Pick<Found, 'message' | 'severity'> {
  const args = { key, since, version: versionText(schema.version) };
  if (ahead) return { severity: 'hint', message: message('requires-newer-runner.unreleased', args) };
  return { message: message('requires-newer-runner', args) };
}

/** What keys took before, as far as it is known (kind_history): durations were whole numbers of nanoseconds. */
const oldKinds: Partial<Readonly<Record<Kind, 'integer' | 'string' | 'strings'>>> = {
  integer: 'integer',
  string: 'string',
  array: 'strings',
};

function nameIn({ member, path }: KeyVisit): string {
  return member.node.type === 'value' ? member.name : [...path, member.name].join('.');
}

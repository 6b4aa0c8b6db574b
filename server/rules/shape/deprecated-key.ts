/** A key that still works but will go, or that is read by nothing any more; and the tables of a feature that will go. */

import type { Fix } from '../../meaning/finding';
import { headerOf, inTable } from '../../meaning/table-names';
import type { KeyVisit } from '../../meaning/visit';
import type { KeySchema } from '../../schema/types';
import { draft } from '../../text/draft';
import { message } from '../../text/message';
import type { Rule } from '../rule';

export const deprecatedKey: Rule<'key'> = {
  code: 'deprecated-key',
  scope: 'key',
  check(visit, report) {
    const { key, member } = visit;
    const message = key && messageFor(visit, key);
    if (!key || message === undefined) return;
    report({
      severity: key.noEffectSince ? 'warning' : 'information',
      start: member.key.start,
      end: member.key.end,
      message: draft(message),
      link: key.docs,
      tags: ['deprecated'],
      fixes: () => removal(visit, key),
    });
  },
};

function messageFor(visit: KeyVisit, key: KeySchema): string | undefined {
  if (key.sectionDeprecated) {
    const { since, removal: planned } = key.sectionDeprecated;
    const executors = key.executors.map((executor) => `\`${executor}\``).join(', ');
    return `\`${headerOf(key)}\` still works, but the executor ${executors} that it is for is deprecated since GitLab Runner ${since} and planned to be removed in ${planned}.`;
  }
  if (!key.deprecated && !key.noEffectSince) return undefined;
  const since = key.deprecatedSince ? ` since GitLab Runner ${key.deprecatedSince}` : '';
  const state = key.noEffectSince
    ? `\`${key.name}\` has had no effect since GitLab Runner ${key.noEffectSince}.`
    : `\`${key.name}\` is deprecated${since}.`;
  const names = key.replacedBy.map((path) => replacement(visit, path));
  return names.length > 0 ? `${state} Use ${names.join(' or ')} instead.` : state;
}

function replacement({ context, schema }: KeyVisit, path: string): string {
  const key = context.schema.byPath(path);
  if (!key) return `\`${path}\``;
  if (key.kind === 'array-of-tables' || key.kind === 'table') return `\`${headerOf(key)}\``;
  return key.parent === schema ? `\`${key.name}\`` : `\`${key.name}\` ${inTable(key.parent as KeySchema)}`;
}

function removal({ member }: KeyVisit, key: KeySchema): Fix[] {
  const { pair, name } = member;
  if (!pair || !key.noEffectSince) return [];
  return [{ title: message('fix.remove', { name }), changes: [{ op: 'remove', part: pair }], preferred: true }];
}

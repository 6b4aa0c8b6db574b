/**
 * A token in a registration template: `register` empties it before the template is merged, so the runner gets the one that it is
 * registered with (commands/register.go, MergeTo).
 */
import { removal } from '../../edits/remove-pair';
import { tableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import type { Rule } from '../rule';

export const ineffectiveToken: Rule<'key'> = {
  code: 'ineffective-token',
  scope: 'key',
  on: ['runners[].token'],
  check(visit, report) {
    const { source, key, member, table } = visit;
    const { role, owner } = source.traits;
    if (role !== 'template' || !key || !tableView(table).string('token')?.value) return;
    report({
      start: member.key.start,
      end: member.key.end,
      message: message('ineffective-token', { owner }),
      link: key.docs,
      fixes: () => removal(visit),
    });
  },
};

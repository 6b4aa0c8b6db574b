/** `user` at the top of the file: `run` puts what its option `--user` says in its place, also when that says nothing (commands/multi.go). */
import { removal } from '../../edits/remove-pair';
import { message } from '../../text/message';
import type { Rule } from '../rule';

export const userKeyOverwritten: Rule<'key'> = {
  code: 'user-key-overwritten',
  scope: 'key',
  on: ['user'],
  check(visit, report) {
    const { key, member } = visit;
    if (!key || member.node.type !== 'value' || member.node.value.type !== 'string' || !member.node.value.value) return;
    report({
      start: member.key.start,
      end: member.key.end,
      message: message('user-key-overwritten'),
      link: key.docs,
      tags: ['unnecessary'],
      fixes: () => removal(visit),
    });
  },
};

/** Host keys that are not checked: whoever stands between can take the jobs over (docs/security). */
import { replacements } from '../../meaning/change';
import { message } from '../../text/message';
import type { Rule } from '../rule';

export const sshHostKey: Rule<'key'> = {
  code: 'ssh-host-key',
  scope: 'key',
  on: ['runners[].ssh.disable_strict_host_key_checking'],
  check({ key, member }, report) {
    const value = member.node.type === 'value' ? member.node.value : undefined;
    if (!key || value?.type !== 'boolean' || !value.value) return;
    const { start, end } = value;
    report({
      start,
      end,
      message: message('ssh-host-key'),
      link: key.docs,
      fixes: () => [
        {
          title: message('fix.change-to', { text: 'false' }),
          changes: replacements([{ start, end, newText: 'false' }]),
        },
      ],
    });
  },
};

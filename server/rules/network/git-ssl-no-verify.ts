/** Certificates that git does not check: whoever stands between can change the sources. `tls-ca-file` is for one's own authority. */
import { message } from '../../text/message';
import type { Rule } from '../rule';

/** What git takes for off (config.c, git_parse_maybe_bool); the variable counts as soon as it is there, but nobody means it so. */
const OFF = /^(?:0|false|no|off)?$/i;

export const gitSslNoVerify: Rule<'key'> = {
  code: 'git-ssl-no-verify',
  scope: 'key',
  on: ['runners[].environment'],
  check({ member, key }, report) {
    const value = member.node.type === 'value' ? member.node.value : undefined;
    if (!key || value?.type !== 'array') return;
    for (const item of value.items) {
      if (item.type !== 'string') continue;
      const off = /^GIT_SSL_NO_VERIFY=(.*)$/s.exec(item.value)?.[1];
      if (off === undefined || OFF.test(off.trim())) continue;
      const { start, end } = item;
      report({ start, end, message: message('git-ssl-no-verify'), link: key.docs });
    }
  },
};

/** Sources that are cloned without encryption from a GitLab that is asked with it: the token of the job can be read on the way. */

import { tableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import { changeTo } from '../docker/key-fixes';
import type { Rule } from '../rule';
import { hostOf, isLocal, isPlain } from './addresses';

export const cloneUrlHttp: Rule<'key'> = {
  code: 'clone-url-http',
  scope: 'key',
  on: ['runners[].clone_url'],
  check({ table, member, key }, report) {
    const value = member.node.type === 'value' ? member.node.value : undefined;
    if (!key || value?.type !== 'string' || !isPlain(value.value)) return;
    const host = hostOf(value.value);
    if (!host || isLocal(host) || !/^https:/i.test(tableView(table).string('url')?.value ?? '')) return;
    report({
      start: value.start,
      end: value.end,
      message: message('clone-url-http'),
      link: key.docs,
      fixes: () => [changeTo(value, value.value.replace(/^http:/i, 'https:'))],
    });
  },
};

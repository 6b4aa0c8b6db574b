/** A GitLab that all the world can reach, asked without encryption: token and sources can be read on the way. */

import { message } from '../../text/message';
import { changeTo } from '../docker/key-fixes';
import type { Rule } from '../rule';
import { hostOf, isPlain, isPublic } from './addresses';

export const urlHttp: Rule<'key'> = {
  code: 'url-http',
  scope: 'key',
  on: ['runners[].url'],
  check({ member, key }, report) {
    const value = member.node.type === 'value' ? member.node.value : undefined;
    if (!key || value?.type !== 'string' || !isPlain(value.value)) return;
    const host = hostOf(value.value);
    if (!host || !isPublic(host)) return;
    report({
      start: value.start,
      end: value.end,
      message: message('url-http'),
      link: key.docs,
      fixes: () => [changeTo(value, value.value.replace(/^http:/i, 'https:'))],
    });
  },
};

/** A log level at which what jobs are given is written into the runner's log, secrets among it (docs/faq). */

import { message } from '../../text/message';
import { changeTo } from '../docker/key-fixes';
import type { Rule } from '../rule';

export const debugLogLevel: Rule<'key'> = {
  code: 'debug-log-level',
  scope: 'key',
  on: ['log_level'],
  check({ key, member, source }, report) {
    // Of a template it is dropped, and that is said.
    if (source.traits.role === 'template') return;
    const value = member.node.type === 'value' ? member.node.value : undefined;
    if (!key || value?.type !== 'string' || !/^(?:debug|trace)$/i.test(value.value)) return;
    const { start, end } = value;
    report({
      start,
      end,
      message: message('debug-log-level', { level: value.value }),
      link: key.docs,
      fixes: () => [changeTo({ start, end }, 'info')],
    });
  },
};

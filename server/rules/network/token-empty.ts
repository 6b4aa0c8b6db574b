/**
 * A runner without anything in its `token`: it is left out when jobs are asked for (commands/multi.go, loadConfig: "this runner will be
 * skipped"). Where nobody knows that a runner reads the file as it is, the token is a gap that somebody fills: no more than a hint.
 */
import { message } from '../../text/message';
import type { Rule } from '../rule';
import { isReadAsItIs } from '../runner/read-as-it-is';

export const tokenEmpty: Rule<'key'> = {
  code: 'token-empty',
  scope: 'key',
  on: ['runners[].token'],
  check({ source, member, key }, report) {
    const { traits } = source;
    const value = member.node.type === 'value' ? member.node.value : undefined;
    if (!key || value?.type !== 'string' || value.value.trim() !== '' || traits.role === 'template') return;
    report({
      start: value.start,
      end: value.end,
      ...(!isReadAsItIs(source) && { severity: 'hint' }),
      message: message('token-empty'),
      link: key.docs,
    });
  },
};

/**
 * A timeout of nothing or less: the runner warns in each job, and the timeout of the job counts (common/build.go,
 * getPrepareTimeout and getGetSourcesTimeout). For `get_sources_timeout` nothing is the default.
 */
import { removal } from '../../edits/remove-pair';
import { message } from '../../text/message';
import { parseDuration } from '../../values/go-duration';
import type { Rule } from '../rule';

export const timeoutNotPositive: Rule<'key'> = {
  code: 'timeout-not-positive',
  scope: 'key',
  on: ['runners[].prepare_timeout', 'runners[].get_sources_timeout'],
  check(visit, report) {
    const { key, member } = visit;
    const value = member.node.type === 'value' ? member.node.value : undefined;
    if (!key || (value?.type !== 'string' && value?.type !== 'integer')) return;
    const duration = value.type === 'string' ? parseDuration(value.value) : Number(value.value);
    if (duration === undefined || duration > 0) return;
    report({
      ...(key.name === 'get_sources_timeout' && { severity: 'hint' }),
      start: value.start,
      end: value.end,
      message: message('timeout-not-positive', { key: key.name }),
      link: key.docs,
      fixes: () => removal(visit),
    });
  },
};

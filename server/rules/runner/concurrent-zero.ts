/** No job at a time: the runner ends as soon as it starts (commands/multi.go, updateWorkers: "no jobs will be processed"). */
import { replacements } from '../../meaning/change';
import { message } from '../../text/message';
import type { Rule } from '../rule';

export const concurrentZero: Rule<'key'> = {
  code: 'concurrent-zero',
  scope: 'key',
  on: ['concurrent'],
  check({ key, member }, report) {
    const value = member.node.type === 'value' ? member.node.value : undefined;
    if (!key || value?.type !== 'integer' || value.value >= 1) return;
    const { start, end } = value;
    report({
      start,
      end,
      message: message('concurrent-zero', { value: value.value }),
      link: key.docs,
      fixes: () => [
        {
          title: message('fix.change-to', { text: '1' }),
          changes: replacements([{ start, end, newText: '1' }]),
          preferred: true,
        },
      ],
    });
  },
};

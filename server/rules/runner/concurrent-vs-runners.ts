/**
 * Fewer jobs at a time than runners: while some runners wait for GitLab to answer, others are not asked for at all
 * (commands/multi.go, checkConfigConcurrency: "Worker starvation bottleneck", which also says that one more than there are runners is enough).
 */
import { replacements } from '../../meaning/change';
import { message } from '../../text/message';
import type { Rule } from '../rule';

export const concurrentVsRunners: Rule<'file'> = {
  code: 'concurrent-vs-runners',
  scope: 'file',
  check(file, report) {
    const { concurrent, isConditional } = file;
    if (!concurrent || concurrent.value < 1 || isConditional) return;
    const { value, start, end } = concurrent;
    const count = file.settings.length;
    if (value >= count) return;
    report({
      start,
      end,
      message: message('concurrent-vs-runners', { concurrent: value, count }),
      link: file.context.schema.byPath('concurrent')?.docs,
      fixes: () => [
        {
          title: message('fix.change-to', { text: String(count + 1) }),
          changes: replacements([{ start, end, newText: String(count + 1) }]),
          preferred: true,
        },
      ],
    });
  },
};

/**
 * Fewer jobs at a time than runners: while some runners wait for GitLab to answer, others are not asked for at all
 * (commands/multi.go, checkConfigConcurrency: "Worker starvation bottleneck", which also says that one more than there are runners is enough).
 */
import { replacements } from '../../meaning/change';
import { message } from '../../text/message';
import { fileRule } from '../rule';

export const concurrentVsRunners = fileRule({
  code: 'concurrent-vs-runners',
  reads: ['concurrent'],
  check(file, report) {
    const { concurrent = 0 } = file.globals;
    const place = file.place('concurrent');
    if (concurrent < 1 || !place || file.isConditional) return;
    const count = file.settings.length;
    if (concurrent >= count) return;
    report({
      ...place,
      message: message('concurrent-vs-runners', { concurrent, count }),
      link: file.context.schema.byPath('concurrent')?.docs,
      fixes: () => [
        {
          title: message('fix.change-to', { text: String(count + 1) }),
          changes: replacements([{ ...place, newText: String(count + 1) }]),
          preferred: true,
        },
      ],
    });
  },
});

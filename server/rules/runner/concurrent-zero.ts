/** No job at a time: the runner ends as soon as it starts (commands/multi.go, updateWorkers: "no jobs will be processed"). */
import { replacements } from '../../meaning/change';
import { message } from '../../text/message';
import { fileRule } from '../rule';

export const concurrentZero = fileRule({
  code: 'concurrent-zero',
  reads: ['concurrent', 'awaitsToken'],
  check(file, report) {
    const { concurrent } = file.globals;
    const place = file.place('concurrent');
    if (concurrent === undefined || !place || concurrent >= 1) return;
    const { settings } = file;
    // Runners that have all but their tokens are templates: `register` adds those, and drops the number.
    const isTemplate = settings.length > 0 && settings.every(({ awaitsToken }) => awaitsToken);
    report({
      ...place,
      ...(isTemplate && { severity: 'hint' }),
      message: message('concurrent-zero', { value: concurrent }),
      link: file.context.schema.byPath('concurrent')?.docs,
      fixes: () => [
        {
          title: message('fix.change-to', { text: '1' }),
          changes: replacements([{ ...place, newText: '1' }]),
          preferred: true,
        },
      ],
    });
  },
});

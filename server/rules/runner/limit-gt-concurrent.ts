/** A runner may have more jobs than all runners together: `concurrent` wins (commands/register.go warns of it). */
import { replacements } from '../../meaning/change';
import { message } from '../../text/message';
import type { Rule } from '../rule';

export const limitGtConcurrent: Rule<'file'> = {
  code: 'limit-gt-concurrent',
  scope: 'file',
  check(file, report) {
    const { concurrent, isConditional } = file;
    if (!concurrent || concurrent.value < 1 || isConditional) return;
    for (const [index, { limit = 0 }] of file.settings.entries()) {
      const place = limit > concurrent.value ? file.runners[index]?.places.limit : undefined;
      if (!place) continue;
      const { start, end } = concurrent;
      report({
        ...place,
        message: message('limit-gt-concurrent', { limit, concurrent: concurrent.value }),
        link: file.context.schema.byPath('concurrent')?.docs,
        related: [{ start, end, message: message('limit-gt-concurrent.concurrent') }],
        fixes: () => [
          {
            title: message('fix.change-to', { text: `concurrent = ${limit}` }),
            changes: replacements([{ start, end, newText: String(limit) }]),
          },
        ],
      });
    }
  },
};

/** A runner may have more jobs than all runners together: `concurrent` wins (commands/register.go warns of it). */
import { replacements } from '../../meaning/change';
import { message } from '../../text/message';
import { fileRule } from '../rule';

export const limitGtConcurrent = fileRule({
  code: 'limit-gt-concurrent',
  reads: ['concurrent', 'limit'],
  check(file, report) {
    const { concurrent = 0 } = file.globals;
    const general = file.place('concurrent');
    if (concurrent < 1 || !general || file.isConditional) return;
    for (const [index, { limit = 0 }] of file.settings.entries()) {
      const place = limit > concurrent ? file.place('limit', index) : undefined;
      if (!place) continue;
      report({
        ...place,
        message: message('limit-gt-concurrent', { limit, concurrent }),
        link: file.context.schema.byPath('concurrent')?.docs,
        related: [{ ...general, message: message('limit-gt-concurrent.concurrent') }],
        fixes: () => [
          {
            title: message('fix.change-to', { text: `concurrent = ${limit}` }),
            changes: replacements([{ ...general, newText: String(limit) }]),
          },
        ],
      });
    }
  },
});

/** More requests for jobs at a time than jobs that may run (commands/register.go warns where it is more than `concurrent`). */
import { replacements } from '../../meaning/change';
import { message } from '../../text/message';
import { fileRule } from '../rule';

export const requestConcurrencyGtLimit = fileRule({
  code: 'request-concurrency-gt-limit',
  reads: ['concurrent', 'limit', 'requestConcurrency'],
  check(file, report) {
    if (file.isConditional) return;
    const all = file.globals.concurrent ?? 0;
    for (const [index, { limit = 0, requestConcurrency = 0 }] of file.settings.entries()) {
      if (requestConcurrency === 0) continue;
      const bounds = [limit, all].filter((bound) => bound > 0);
      const most = Math.min(...bounds);
      if (bounds.length === 0 || requestConcurrency <= most) continue;
      const place = file.place('requestConcurrency', index);
      if (!place) continue;
      report({
        ...place,
        message: message('request-concurrency-gt-limit', {
          requests: requestConcurrency,
          key: most === limit ? 'limit' : 'concurrent',
          count: most,
        }),
        link: file.context.schema.byPath('runners[].request_concurrency')?.docs,
        fixes: () => [
          {
            title: message('fix.change-to', { text: String(most) }),
            changes: replacements([{ ...place, newText: String(most) }]),
            preferred: true,
          },
        ],
      });
    }
  },
});

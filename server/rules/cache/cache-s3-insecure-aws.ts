/** A cache on AWS over plain HTTP: what is in it, and what the requests are signed with, can be read and changed on the way. */
import { replacements } from '../../meaning/change';
import { tableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import type { Rule } from '../rule';
import { isOfAws } from './cache-view';

export const cacheS3InsecureAws: Rule<'key'> = {
  code: 'cache-s3-insecure-aws',
  scope: 'key',
  on: ['runners[].cache.s3.Insecure'],
  check({ table, member, key }, report) {
    const value = member.node.type === 'value' ? member.node.value : undefined;
    const address = tableView(table).string('ServerAddress')?.value;
    if (!key || value?.type !== 'boolean' || !value.value || !address || !isOfAws(address)) return;
    const { start, end } = value;
    report({
      start,
      end,
      message: message('cache-s3-insecure-aws'),
      link: key.docs,
      fixes: () => [
        {
          title: message('fix.change-to', { text: 'false' }),
          changes: replacements([{ start, end, newText: 'false' }]),
          preferred: true,
        },
      ],
    });
  },
};

/** An address with `/ci` behind it, as GitLab CI had one: the runner takes it away and warns (common/config.go, WarnOnLegacyCIURL). */
import { replacements } from '../../meaning/change';
import { spanInString } from '../../meaning/string-span';
import { message } from '../../text/message';
import type { Rule } from '../rule';

export const legacyCiUrl: Rule<'key'> = {
  code: 'legacy-ci-url',
  scope: 'key',
  on: ['runners[].url'],
  check({ source, member, key }, report) {
    const value = member.node.type === 'value' ? member.node.value : undefined;
    if (!key || value?.type !== 'string') return;
    const path = value.value.replace(/(?<!\/)\/+$/, '');
    if (!/[^/]\/ci$/.test(path)) return;
    const { start, end } = spanInString(source.text, value, { start: path.length - 3, end: value.value.length });
    report({
      start,
      end,
      message: message('legacy-ci-url'),
      link: key.docs,
      fixes: () =>
        start === value.start
          ? []
          : [
              {
                title: message('fix.remove', { name: '/ci' }),
                changes: replacements([{ start, end, newText: '' }]),
                preferred: true,
              },
            ],
    });
  },
};

/** An exclamation mark in front of a pattern: it is a character like another, and nothing is excluded (common/allowed_images.go). */
import { message } from '../../text/message';
import { shown } from '../../values/grammar';
import type { Rule } from '../rule';

const LISTS = ['allowed_images', 'allowed_services', 'allowed_privileged_images', 'allowed_privileged_services'];

export const allowedImagesNegation: Rule<'key'> = {
  code: 'allowed-images-negation',
  scope: 'key',
  on: ['docker', 'kubernetes'].flatMap((table) => LISTS.map((list) => `runners[].${table}.${list}`)),
  check({ key, member }, report) {
    const list = member.node.type === 'value' ? member.node.value : undefined;
    if (list?.type !== 'array') return;
    for (const item of list.items) {
      if (item.type !== 'string' || !item.value.startsWith('!')) continue;
      report({
        start: item.start,
        end: item.end,
        message: message('allowed-images-negation'),
        link: key?.docs,
        fixes: () => [
          {
            title: message('fix.remove', { name: shown(item.value) }),
            changes: [{ op: 'remove', part: item, of: list }],
          },
        ],
      });
    }
  },
};

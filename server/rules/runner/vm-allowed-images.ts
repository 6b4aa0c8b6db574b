/**
 * Globs where the virtual machines of VirtualBox and Parallels are named by regular expressions (executors/vm/vm.go,
 * ValidateImage): `vm-*` allows each name that holds `vm`. What does not compile, such as `*` alone, is an invalid value.
 */
import { replacements } from '../../meaning/change';
import { message } from '../../text/message';
import { valueText } from '../../toml/write';
import type { Rule } from '../rule';

export const vmAllowedImages: Rule<'key'> = {
  code: 'vm-allowed-images',
  scope: 'key',
  on: ['runners[].virtualbox.allowed_images', 'runners[].parallels.allowed_images'],
  check({ key, member }, report) {
    const list = member.node.type === 'value' ? member.node.value : undefined;
    if (!key || list?.type !== 'array') return;
    for (const item of list.items) {
      if (item.type !== 'string' || !isGlob(item.value)) continue;
      const { start, end } = item;
      const meant = valueText(`^${item.value.replace(/\./g, '\\.').replace(/\*+/g, '.*').replace(/\?/g, '.')}$`);
      report({
        start,
        end,
        message: message('vm-allowed-images'),
        link: key.docs,
        fixes: () => [
          {
            title: message('fix.change-to', { text: meant }),
            changes: replacements([{ start, end, newText: meant }]),
            preferred: true,
          },
        ],
      });
    }
  },
};

/** Whether a text has a star that repeats a letter, or nothing: no regular expression for the name of a machine is written so. */
function isGlob(text: string): boolean {
  return /^[\w*?./-]+$/.test(text) && /[\w/-]\*/.test(text);
}

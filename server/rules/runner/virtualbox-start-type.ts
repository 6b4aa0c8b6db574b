/** A way to start a virtual machine that VBoxManage does not know: it refuses to, and each job fails. */
import { replacements } from '../../meaning/change';
import { anyOf, message } from '../../text/message';
import { valueText } from '../../toml/write';
import type { Rule } from '../rule';

/** What VBoxManage also takes, or took. */
const OLDER = ['sdl', 'emergencystop'];

export const virtualboxStartType: Rule<'key'> = {
  code: 'virtualbox-start-type',
  scope: 'key',
  on: ['runners[].virtualbox.start_type'],
  check({ key, member, context }, report) {
    const value = member.node.type === 'value' ? member.node.value : undefined;
    const known = context.schema.enumeration(key?.enumeration ?? '')?.values;
    if (!key || !known || value?.type !== 'string' || ['', ...OLDER, ...known].includes(value.value)) return;
    const { start, end } = value;
    report({
      start,
      end,
      message: message('virtualbox-start-type', { values: anyOf(known) }),
      link: key.docs,
      fixes: () =>
        known.map((name) => ({
          title: message('fix.change-to', { text: valueText(name) }),
          changes: replacements([{ start, end, newText: valueText(name) }]),
        })),
    });
  },
};

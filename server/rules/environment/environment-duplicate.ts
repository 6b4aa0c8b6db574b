/** A variable that a list of `environment` sets more than once: the last entry counts (Get in common/spec/variables.go). */
import { message } from '../../text/message';
import type { ArrayValue, StringValue } from '../../toml/syntax';
import type { Rule } from '../rule';
import { environmentKeys, variableOf } from './variables';

export const environmentDuplicate: Rule<'key'> = {
  code: 'environment-duplicate',
  scope: 'key',
  on: environmentKeys,
  check({ key, member }, report) {
    if (member.node.type !== 'value' || member.node.value.type !== 'array') return;
    const list = member.node.value;
    const last = lastOfEach(list);
    if (!last) return;
    for (const item of list.items) {
      if (item.type !== 'string') continue;
      const variable = variableOf(item.value);
      const counting = variable && last.get(variable.name);
      // Flags have a rule of their own.
      if (!variable || !counting || counting === item || /^FF_/i.test(variable.name)) continue;
      const { start, end } = item;
      report({
        start,
        end,
        message: message('environment-duplicate', { name: variable.name }),
        link: key?.docs,
        tags: ['unnecessary'],
        related: [{ start: counting.start, end: counting.end, message: message('environment-duplicate.last') }],
        fixes: () => [
          {
            title: message('fix.environment-duplicate'),
            changes: [{ op: 'remove', part: item, of: list }],
            preferred: true,
          },
        ],
      });
    }
  },
};

/** The entry that counts, by name; undefined where no name is there twice. */
function lastOfEach(list: ArrayValue): ReadonlyMap<string, StringValue> | undefined {
  const last = new Map<string, StringValue>();
  let count = 0;
  for (const item of list.items) {
    const variable = item.type === 'string' ? variableOf(item.value) : undefined;
    if (!variable || item.type !== 'string') continue;
    count++;
    last.set(variable.name, item);
  }
  return count === last.size ? undefined : last;
}

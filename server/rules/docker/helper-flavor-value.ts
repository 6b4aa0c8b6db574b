/**
 * A flavor that GitLab builds no helper image of. The word becomes a part of the tag, and no job gets its helper
 * (helpers/container/helperimage/linux_info.go).
 */
import { nearestValues } from '../../meaning/nearest-values';
import { anyOf, message } from '../../text/message';
import { valueText } from '../../toml/write';
import type { Rule } from '../rule';
import { changeTo } from './key-fixes';

export const helperFlavorValue: Rule<'key'> = {
  code: 'helper-flavor-value',
  scope: 'key',
  on: ['runners[].docker.helper_image_flavor', 'runners[].kubernetes.helper_image_flavor'],
  check({ key, member, context }, report) {
    const value = member.node.type === 'value' ? member.node.value : undefined;
    const known = context.schema.enumeration(key?.enumeration ?? '')?.values ?? [];
    if (value?.type !== 'string' || !value.value || known.length === 0) return;
    // Flavors of Alpine come and go with its versions, and one is the runner's own.
    if (known.includes(value.value) || /^alpine\d+\.\d+$|^concrete$/.test(value.value)) return;
    const { start, end } = value;
    report({
      start,
      end,
      message: message('helper-flavor-value', { values: anyOf(known) }),
      link: key?.docs,
      fixes: () => {
        const near = nearestValues(valueText(value.value), known, key?.enumeration);
        return (near.length > 0 ? near : known).map((name, index) =>
          changeTo(value, name, near.length > 0 && index === 0),
        );
      },
    });
  },
};

/**
 * A tag of GitLab's helper image that does not exist: each begins with a flavor or an architecture, and that of `amd64` is `x86_64`
 * (helpers/container/helperimage/linux_info.go). A mirror may have tags of its own.
 */
import helperImages from '../../../schemas/helper-images.json';
import { message } from '../../text/message';
import type { Rule } from '../rule';
import { meantImages } from './helper-tag';
import { changeTo } from './key-fixes';

export const helperImageTagArch: Rule<'key'> = {
  code: 'helper-image-tag-arch',
  scope: 'key',
  on: helperImages.keys,
  check({ key, member }, report) {
    const value = member.node.type === 'value' ? member.node.value : undefined;
    const meant = value?.type === 'string' ? meantImages(value.value) : undefined;
    if (!value || !meant) return;
    const { tag, images } = meant;
    report({
      start: value.start,
      end: value.end,
      message: message('helper-image-tag-arch', { tag }),
      link: key?.docs,
      fixes: () => images.map((image) => changeTo(value, image, images.length === 1)),
    });
  },
};

/**
 * A tag of GitLab's helper image that does not exist: each begins with a flavour or an architecture, and that of `amd64` is `x86_64`
 * (helpers/container/helperimage/linux_info.go). A mirror may have tags of its own.
 */
import helperImages from '../../../schemas/helper-images.json';
import { message } from '../../text/message';
import type { Rule } from '../rule';
import { changeTo } from './key-fixes';

const IMAGE =
  /^((?:(?:docker\.io\/)?gitlab|registry\.gitlab\.com\/gitlab-org\/gitlab-runner)\/gitlab-runner-helper:)([\w.-]+)$/;

const NAMES: Readonly<Record<string, string>> = { amd64: 'x86_64', aarch64: 'arm64' };

export const helperImageTagArch: Rule<'key'> = {
  code: 'helper-image-tag-arch',
  scope: 'key',
  on: helperImages.keys,
  check({ key, member }, report) {
    const value = member.node.type === 'value' ? member.node.value : undefined;
    const match = value?.type === 'string' ? IMAGE.exec(value.value) : null;
    if (value?.type !== 'string' || !match) return;
    const [, repository = '', tag = ''] = match;
    const meant = meantTags(tag);
    if (meant.length === 0) return;
    report({
      start: value.start,
      end: value.end,
      message: message('helper-image-tag-arch', { tag }),
      link: key?.docs,
      fixes: () => meant.map((other) => changeTo(value, repository + other, meant.length === 1)),
    });
  },
};

/** The tags that may be meant; none where a tag is like those that exist. */
function meantTags(tag: string): string[] {
  const other = tag.replace(/(?<![^-])(amd64|aarch64)(?=-)/, (name) => NAMES[name] ?? name);
  if (other !== tag) return [other];
  return /^(?:v?\d+\.\d|latest$)/.test(tag) ? [`x86_64-${tag}`, `arm64-${tag}`] : [];
}

/**
 * A `helper_image` that names GitLab's image of the runner itself. It lacks the gitlab-runner-helper program, so sources,
 * caches and artifacts fail in every job (checks.json, helper-image-is-runner-image). Only GitLab's own repositories are
 * judged: what stands in a private registry under the same name may be a helper.
 */

import helperImages from '../../../schemas/helper-images.json';
import { replacements } from '../../meaning/change';
import type { Fix } from '../../meaning/finding';
import { message } from '../../text/message';
import type { StringValue } from '../../toml/syntax';
import { valueText } from '../../toml/write';
import type { Rule } from '../rule';

/** `gitlab/gitlab-runner` of Docker Hub, also through a mirror, or `gitlab-org/gitlab-runner` of GitLab's registry. */
const runnerImage =
  /^(?:[\w.-]+(?::\d+)?\/(?:[\w.-]+\/)*)?(?:gitlab|gitlab-org)\/gitlab-runner(?::([\w.-]+))?(?:@[\w:+.-]+)?$/;

export const helperImage: Rule<'key'> = {
  code: 'helper-image',
  scope: 'key',
  on: helperImages.keys,
  check({ key, member }, report) {
    if (!key || member.node.type !== 'value') return;
    const { value } = member.node;
    const match = value.type === 'string' ? runnerImage.exec(value.value) : null;
    if (!match || value.type !== 'string') return;
    report({
      start: value.start,
      end: value.end,
      message: message('helper-image', { repository: helperImages.repository }),
      link: key.docs,
      fixes: () => alternatives(value, match[1]),
    });
  },
};

/** The helper image that follows the runner's version, and the one of the same version. */
function alternatives(value: StringValue, tag: string | undefined): Fix[] {
  const version = /v\d+\.\d+\.\d+/.exec(tag ?? '')?.[0];
  const tags = [...helperImages.tags.slice(0, 1), ...(version ? [`x86_64-${version}`] : [])];
  return tags.map((wanted, index) => ({
    title: message('fix.helper-image', { tag: wanted }),
    changes: replacements([
      { start: value.start, end: value.end, newText: valueText(`${helperImages.repository}:${wanted}`) },
    ]),
    preferred: index === 0,
  }));
}

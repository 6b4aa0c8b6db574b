/** A feature flag that will go. */

import { removeMention } from '../../edits/remove-mention';
import { isInPlace } from '../../meaning/flag-mentions';
import { draft } from '../../text/draft';
import { flagRule, IN_PLACE } from './flag-rule';

export const deprecatedFeatureFlag = flagRule('deprecated-feature-flag', IN_PLACE, (mention, { document }) => {
  const { flag, value } = mention;
  if (!flag?.deprecated || !isInPlace(mention) || mention.badText) return undefined;
  const planned = flag.toBeRemovedWith ? ` and planned to be removed in ${flag.toBeRemovedWith}` : '';
  const same = value !== undefined && value === flag.default;
  return {
    message: draft(
      `\`${flag.name}\` is deprecated since GitLab Runner ${flag.deprecatedSince}${planned}.${same ? ` \`${value}\` is its default since ${flag.defaultSince}.` : ''}`,
    ),
    tags: ['deprecated'],
    // Another value than the default is there for a reason.
    fixes: () => (same ? removeMention(document, mention) : []),
  };
});

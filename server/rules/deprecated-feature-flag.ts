/** A feature flag that will go. */
import { flagRule, isInPlace, removeMention } from '../check/flag-mentions';

export const deprecatedFeatureFlag = flagRule('deprecated-feature-flag', (mention) => {
  const { flag, value } = mention;
  if (!flag?.deprecated || !isInPlace(mention) || mention.badText) return undefined;
  const planned = flag.toBeRemovedWith ? ` and planned to be removed in ${flag.toBeRemovedWith}` : '';
  const same = value !== undefined && value === flag.default;
  return {
    severity: 'information',
    message: `\`${flag.name}\` is deprecated since GitLab Runner ${flag.deprecatedSince}${planned}.${same ? ` \`${value}\` is its default since ${flag.defaultSince}.` : ''}`,
    tags: ['deprecated'],
    // Another value than the default is there for a reason.
    fixes: () => (same ? removeMention(mention) : []),
  };
});

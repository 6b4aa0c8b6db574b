/**
 * A feature flag that is set to its default. As a variable that changes nothing. In the table it keeps jobs from setting the
 * flag otherwise (populateFeatureFlags in common/build_settings.go), which may be meant.
 */
import { flagRule, isInPlace, removeMention } from '../check/flag-mentions';

export const defaultFeatureFlag = flagRule('default-feature-flag', (mention) => {
  const { flag, value, place } = mention;
  if (!flag || flag.deprecated || !isInPlace(mention) || value === undefined || value !== flag.default)
    return undefined;
  const since = flag.defaultSince === flag.since ? '' : ` since GitLab Runner ${flag.defaultSince}`;
  const effect = place === 'table' && !flag.onlyTable ? 'It only keeps jobs from changing it.' : 'It changes nothing.';
  return {
    severity: 'hint',
    message: `\`${value}\` is the default of \`${flag.name}\`${since}. ${effect}`,
    tags: ['unnecessary'],
    fixes: () => removeMention(mention),
  };
});

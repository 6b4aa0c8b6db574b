/** A feature flag that `environment` sets more than once: the last one counts (Get in common/spec/variables.go). */
import { flagRule, isInPlace, removeMention } from '../check/flag-mentions';

export const overriddenFeatureFlag = flagRule('overridden-feature-flag', (mention) => {
  const { flag, overriddenBy } = mention;
  if (!flag || !overriddenBy || !isInPlace(mention)) return undefined;
  return {
    severity: 'hint',
    message: `\`${flag.name}\` is set again in this list, to another value. The runner takes the last one.`,
    tags: ['unnecessary'],
    related: [{ ...overriddenBy, message: `\`${flag.name}\` is set here.` }],
    fixes: () => removeMention(mention),
  };
});

/** A feature flag that `environment` sets more than once: the last one counts (Get in common/spec/variables.go). */

import { removeMention } from '../../edits/remove-mention';
import { isInPlace } from '../../meaning/flag-mentions';
import { draft } from '../../text/draft';
import { flagRule } from './flag-rule';

export const overriddenFeatureFlag = flagRule(
  'overridden-feature-flag',
  ['runners[].environment'],
  (mention, { document }) => {
    const { flag, overriddenBy } = mention;
    if (!flag || !overriddenBy || !isInPlace(mention)) return undefined;
    return {
      message: draft(`\`${flag.name}\` is set again in this list, to another value. The runner takes the last one.`),
      tags: ['unnecessary'],
      related: [{ ...overriddenBy, message: draft(`\`${flag.name}\` is set here.`) }],
      fixes: () => removeMention(document, mention),
    };
  },
);

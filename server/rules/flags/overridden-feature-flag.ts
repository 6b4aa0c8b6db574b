/** A feature flag that `environment` sets more than once: the last one counts (Get in common/spec/variables.go). */

import { removeMention } from '../../edits/remove-mention';
import { isInPlace } from '../../meaning/flag-mentions';
import { message } from '../../text/message';
import { flagRule } from './flag-rule';

export const overriddenFeatureFlag = flagRule(
  'overridden-feature-flag',
  ['runners[].environment'],
  (mention, { document }) => {
    const { flag, overriddenBy } = mention;
    if (!flag || !overriddenBy || !isInPlace(mention)) return undefined;
    return {
      message: message('overridden-feature-flag', { key: flag.name }),
      tags: ['unnecessary'],
      related: [{ ...overriddenBy, message: message('overridden-feature-flag.last', { key: flag.name }) }],
      fixes: () => removeMention(document, mention),
    };
  },
);

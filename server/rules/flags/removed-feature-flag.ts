/** A feature flag that the runner has no more: what it switched is one way for good. The runner ignores it without a word. */

import { removeMention } from '../../edits/remove-mention';
import { message } from '../../text/message';
import { flagRule } from './flag-rule';

export const removedFeatureFlag = flagRule('removed-feature-flag', undefined, (mention, { document }) => {
  const { flag } = mention;
  if (flag?.state !== 'removed' || flag.removed === undefined) return undefined;
  const args = { key: flag.name, removed: flag.removed };
  return {
    message:
      flag.hint === undefined
        ? message('removed-feature-flag', args)
        : message('removed-feature-flag.replaced', { ...args, replacement: flag.hint }),
    tags: ['deprecated'],
    fixes: () => removeMention(document, mention),
  };
});

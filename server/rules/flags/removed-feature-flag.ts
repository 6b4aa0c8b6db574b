/** A feature flag that the runner has no more: what it switched is one way for good. The runner ignores it without a word. */

import { removeMention } from '../../edits/remove-mention';
import { draft } from '../../text/draft';
import { flagRule } from './flag-rule';

export const removedFeatureFlag = flagRule('removed-feature-flag', undefined, (mention, { document }) => {
  const { flag } = mention;
  if (flag?.state !== 'removed') return undefined;
  const instead = flag.hint ? ` Look at \`${flag.hint.replace(/ key$/, '')}\` instead.` : '';
  return {
    message: draft(`\`${flag.name}\` was removed in GitLab Runner ${flag.removed}. The runner ignores it.${instead}`),
    tags: ['deprecated'],
    fixes: () => removeMention(document, mention),
  };
});

/**
 * A feature flag that is set to its default. As a variable that changes nothing. In the table it keeps jobs from setting the
 * flag otherwise (populateFeatureFlags in common/build_settings.go), which may be meant.
 */

import { removeMention } from '../../edits/remove-mention';
import { isInPlace } from '../../meaning/flag-mentions';
import { memberOf } from '../../meaning/members';
import type { KeyVisit } from '../../meaning/visit';
import { draft } from '../../text/draft';
import { flagRule, IN_PLACE } from './flag-rule';

export const defaultFeatureFlag = flagRule('default-feature-flag', IN_PLACE, (mention, visit) => {
  const { flag, value, place } = mention;
  if (!flag || flag.deprecated || !isInPlace(mention) || value === undefined || value !== flag.default)
    return undefined;
  // It keeps another value from counting.
  if (mention.isContested || (place === 'table' && isVariable(visit, flag.name))) return undefined;
  const since = flag.defaultSince === flag.since ? '' : ` since GitLab Runner ${flag.defaultSince}`;
  const effect = place === 'table' && !flag.onlyTable ? 'It only keeps jobs from changing it.' : 'It changes nothing.';
  return {
    message: draft(`\`${value}\` is the default of \`${flag.name}\`${since}. ${effect}`),
    tags: ['unnecessary'],
    fixes: () => removeMention(visit.document, mention),
  };
});

/** Whether the runner sets a variable of this name in its `environment`. */
function isVariable({ runner }: KeyVisit, name: string): boolean {
  const node = runner && memberOf(runner, 'environment')?.node;
  if (node?.type !== 'value' || node.value.type !== 'array') return false;
  return node.value.items.some((item) => item.type === 'string' && item.value.startsWith(`${name}=`));
}

/**
 * A feature flag that is set to its default. As a variable that changes nothing. In the table it keeps jobs from setting the
 * flag otherwise (populateFeatureFlags in common/build_settings.go), which may be meant.
 */

import { removeMention } from '../../edits/remove-mention';
import { isInPlace } from '../../meaning/flag-mentions';
import { tableView } from '../../meaning/table-view';
import type { KeyVisit } from '../../meaning/visit';
import { message } from '../../text/message';
import { flagRule, IN_PLACE } from './flag-rule';

export const defaultFeatureFlag = flagRule('default-feature-flag', IN_PLACE, (mention, visit) => {
  const { flag, value, place } = mention;
  if (!flag || flag.deprecated || !isInPlace(mention) || value === undefined || value !== flag.default)
    return undefined;
  // It keeps another value from counting.
  if (mention.isContested || (place === 'table' && isVariable(visit, flag.name))) return undefined;
  const effect = place === 'table' && !flag.onlyTable ? 'fixed' : 'none';
  const args = { key: flag.name, value: String(value), effect } as const;
  return {
    message:
      flag.defaultSince === flag.since
        ? message('default-feature-flag', args)
        : message('default-feature-flag.since', { ...args, version: flag.defaultSince }),
    tags: ['unnecessary'],
    fixes: () => removeMention(visit.document, mention),
  };
});

/** Whether the runner sets a variable of this name in its `environment`. */
function isVariable({ runner }: KeyVisit, name: string): boolean {
  const variables = runner && tableView(runner).list('environment');
  return variables?.value.some(({ value }) => value.startsWith(`${name}=`)) ?? false;
}

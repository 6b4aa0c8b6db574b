/** A feature flag that the table and `environment` set to different things: the table wins (populateFeatureFlags in common/build_settings.go). */

import { removeMention } from '../../edits/remove-mention';
import { isInPlace } from '../../meaning/flag-mentions';
import { tableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import { flagRule } from './flag-rule';

export const featureFlagBoth = flagRule(
  'feature-flag-both',
  ['runners[].environment'],
  (mention, { document, table }) => {
    if (!mention.flag || mention.value === undefined || !isInPlace(mention)) return undefined;
    const set = tableView(table).table('feature_flags')?.flag(mention.name);
    if (!set || set.member.name !== mention.name || set.value === mention.value) return undefined;
    return {
      message: message('feature-flag-both', { key: mention.name, value: String(set.value) }),
      tags: ['unnecessary'],
      related: [{ ...set.span, message: message('feature-flag-both.table') }],
      fixes: () => removeMention(document, mention),
    };
  },
);

/** A feature flag that will go. */

import { removeMention } from '../../edits/remove-mention';
import { isInPlace } from '../../meaning/flag-mentions';
import type { FeatureFlag } from '../../schema/types';
import { type Message, message } from '../../text/message';
import { flagRule, IN_PLACE } from './flag-rule';

export const deprecatedFeatureFlag = flagRule('deprecated-feature-flag', IN_PLACE, (mention, { document }) => {
  const { flag, value } = mention;
  if (!flag?.deprecated || !isInPlace(mention) || mention.badText) return undefined;
  const isDefault = value !== undefined && value === flag.default;
  return {
    message: messageOf(flag, isDefault),
    tags: ['deprecated'],
    // Another value than the default is there for a reason.
    fixes: () => (isDefault ? removeMention(document, mention) : []),
  };
});

function messageOf(flag: FeatureFlag, isDefault: boolean): Message {
  const { deprecatedSince = flag.since, toBeRemovedWith: planned } = flag;
  const args = { key: flag.name, since: deprecatedSince };
  const ofDefault = { value: String(flag.default), version: flag.defaultSince };
  if (planned === undefined) {
    return isDefault
      ? message('deprecated-feature-flag.default', { ...args, ...ofDefault })
      : message('deprecated-feature-flag', args);
  }
  return isDefault
    ? message('deprecated-feature-flag.planned-default', { ...args, ...ofDefault, planned })
    : message('deprecated-feature-flag.planned', { ...args, planned });
}

/**
 * A feature flag that no runner has had: the runner ignores it without a word, and `gitlab-runner lint` too (checks.json,
 * feature-flag-unknown). In `environment` a name may be a variable of the jobs' own, so only a near miss is reported there.
 */

import { replacements } from '../../meaning/change';
import type { Fix } from '../../meaning/finding';
import type { FlagMention } from '../../meaning/flag-mentions';
import { slippedEntries } from '../../meaning/slipped-entries';
import type { KeyVisit } from '../../meaning/visit';
import type { FeatureFlag, Schema } from '../../schema/types';
import { distance } from '../../text/distance';
import { type Message, message } from '../../text/message';
import { flagRule, IN_PLACE } from './flag-rule';

/** More letters than this make another name of it. */
const MAXIMUM_DISTANCE = 3;

export const unknownFeatureFlag = flagRule('unknown-feature-flag', IN_PLACE, (mention, visit) => {
  const { name, flag, place } = mention;
  const { context, document } = visit;
  if (flag) return undefined;
  // A key that slipped below the header is reported as such.
  if (place === 'table' && slippedEntries(visit).has(name)) return undefined;
  const meant = nearestFlag(name, context.schema);
  if (!meant && place === 'environment') return undefined;
  // The header above may be in a branch of the template that the name is not in.
  if (!meant && document.isTemplate && !name.startsWith('FF_')) return undefined;
  const isThere = meant !== undefined && mention.sets(meant.name);
  return {
    message: messageOf(name, meant?.name, isThere),
    fixes: () => (meant && !isThere ? rename(visit, mention, meant.name) : []),
  };
});

function messageOf(key: string, meant: string | undefined, isThere: boolean): Message {
  if (meant === undefined) return message('unknown-feature-flag', { key });
  return message(isThere ? 'unknown-feature-flag.misspelled-twice' : 'unknown-feature-flag.misspelled', { key, meant });
}

/** Where the name is written with escapes, the place of its letters is not known. */
function rename({ document }: KeyVisit, { span, name }: FlagMention, meant: string): Fix[] {
  if (document.text.slice(span.start, span.end) !== name) return [];
  const title = message('fix.rename', { name: meant });
  return [{ title, changes: replacements([{ ...span, newText: meant }]), preferred: true }];
}

function nearestFlag(name: string, { featureFlags }: Schema): FeatureFlag | undefined {
  const plain = (text: string) => text.toUpperCase().replace(/^FF_|[^A-Z0-9]/g, '');
  const wanted = plain(name);
  let nearest: FeatureFlag | undefined;
  let least = MAXIMUM_DISTANCE + 1;
  for (const flag of featureFlags) {
    if (flag.state !== 'live') continue;
    const far = distance(wanted, plain(flag.name), least);
    if (far < least && far <= wanted.length / 4) [nearest, least] = [flag, far];
  }
  return nearest;
}

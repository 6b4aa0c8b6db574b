/**
 * A feature flag that no runner has had: the runner ignores it without a word, and `gitlab-runner lint` too (checks.json,
 * feature-flag-unknown). In `environment` a name may be a variable of the jobs' own, so only a near miss is reported there.
 */

import { replacements } from '../../meaning/change';
import { distance } from '../../meaning/misspellings';
import { slippedEntries } from '../../meaning/slipped-entries';
import type { FeatureFlag, Schema } from '../../schema/types';
import { draft } from '../../text/draft';
import { flagRule, IN_PLACE } from './flag-rule';

/** More letters than this make another name of it. */
const MAXIMUM_DISTANCE = 3;

export const unknownFeatureFlag = flagRule('unknown-feature-flag', IN_PLACE, (mention, visit) => {
  const { name, flag, place, span } = mention;
  const { context, document } = visit;
  if (flag) return undefined;
  // A key that slipped below the header is reported as such.
  if (place === 'table' && slippedEntries(visit).has(name)) return undefined;
  const meant = nearestFlag(name, context.schema);
  if (!meant && place === 'environment') return undefined;
  // The header above may be in a branch of the template that the name is not in.
  if (!meant && document.isTemplate && !name.startsWith('FF_')) return undefined;
  const isBare = document.text.slice(span.start, span.end) === name;
  const isThere = meant !== undefined && mention.sets(meant.name);
  const advice = meant ? ` Did you mean \`${meant.name}\`${isThere ? ', which is here already' : ''}?` : '';
  return {
    message: draft(`\`${name}\` is no feature flag.${advice} The runner ignores ${isThere ? 'this one' : 'it'}.`),
    fixes: () =>
      meant && isBare && !isThere
        ? [
            {
              title: draft(`Rename to \`${meant.name}\``),
              changes: replacements([{ ...span, newText: meant.name }]),
              preferred: true,
            },
          ]
        : [],
  };
});

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

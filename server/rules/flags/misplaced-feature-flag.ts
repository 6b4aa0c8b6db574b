/**
 * A feature flag where the runner does not look for it: as a key of another table than `[runners.feature_flags]`, or as a
 * variable though the runner reads it outside of jobs (checks.json, feature-flag-env-only-manager).
 */

import { insertionAt } from '../../edits/additions';
import { movePair } from '../../edits/move-pair';
import { mentionRemoval } from '../../edits/remove-mention';
import { targetFor } from '../../edits/target-table';
import { replacements } from '../../meaning/change';
import type { Fix } from '../../meaning/finding';
import type { FlagMention } from '../../meaning/flag-mentions';
import type { KeyVisit } from '../../meaning/visit';
import type { KeySchema } from '../../schema/types';
import { draft } from '../../text/draft';
import { flagRule } from './flag-rule';

export const misplacedFeatureFlag = flagRule('misplaced-feature-flag', undefined, (mention, visit) => {
  const { flag, place } = mention;
  if (flag?.state !== 'live') return undefined;
  const variable = place === 'environment';
  if (variable ? !flag.onlyTable : place !== 'elsewhere') return undefined;
  // Before 13.11 flags were variables only.
  const table = visit.context.schema.byPath('runners[].feature_flags');
  const home = table ? 'in `[runners.feature_flags]`' : 'in `environment` of `[[runners]]`';
  return {
    message: draft(
      variable
        ? `\`${flag.name}\` does nothing as a variable. It belongs ${home}.`
        : `\`${flag.name}\` is a feature flag and belongs ${home}. Here the runner ignores it.`,
    ),
    fixes: () => (table ? moves(mention, visit, table) : []),
  };
});

function moves(mention: FlagMention, visit: KeyVisit, table: KeySchema): Fix[] {
  const { name, value, place } = mention;
  const { document, member } = visit;
  const target = value === undefined ? undefined : targetFor(visit, { ...table, name, parent: table });
  if (!target) return [];
  const title = draft('Move to `[runners.feature_flags]`');
  if (place === 'elsewhere') {
    const edits = member.pair && movePair(document, member.pair, visit.table, target);
    return edits ? [{ title, changes: replacements(edits), preferred: true }] : [];
  }
  const removal = mentionRemoval(document, mention);
  if (!removal) return [];
  const insertion = insertionAt(document, target, (indentation) => `${indentation}${name} = ${value}`);
  return [{ title, changes: replacements([removal, insertion].sort((a, b) => a.start - b.start)), preferred: true }];
}

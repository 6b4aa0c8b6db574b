/**
 * A feature flag where the runner does not look for it: as a key of another table than `[runners.feature_flags]`, or as a
 * variable though the runner reads it outside of jobs (checks.json, feature-flag-env-only-manager).
 */

import { offered } from '../../edits/changes';
import { mentionChange } from '../../edits/remove-mention';
import { targetFor } from '../../edits/target-table';
import type { Change } from '../../meaning/change';
import type { Fix } from '../../meaning/finding';
import type { FlagMention } from '../../meaning/flag-mentions';
import { headerOf } from '../../meaning/table-names';
import type { KeyVisit } from '../../meaning/visit';
import type { KeySchema } from '../../schema/types';
import { message } from '../../text/message';
import { flagRule } from './flag-rule';

export const misplacedFeatureFlag = flagRule('misplaced-feature-flag', undefined, (mention, visit) => {
  const { flag, place } = mention;
  if (flag?.state !== 'live') return undefined;
  const isVariable = place === 'environment';
  if (isVariable ? !flag.onlyTable : place !== 'elsewhere') return undefined;
  // Before 13.11 flags were variables only.
  const table = visit.context.schema.byPath('runners[].feature_flags');
  const key = flag.name;
  return {
    message: isVariable
      ? message('misplaced-feature-flag.variable', { key })
      : message('misplaced-feature-flag', { key, home: table ? 'table' : 'environment' }),
    fixes: () => (table ? moves(mention, visit, table) : []),
  };
});

function moves(mention: FlagMention, visit: KeyVisit, table: KeySchema): Fix[] {
  const home = { ...table, name: mention.name, parent: table };
  // A flag that is set there already keeps its value; and a table in braces was written by somebody who wants to see it on one line.
  if (mention.value === undefined || !targetFor(visit, home)) return [];
  const title = message('fix.move', { table: headerOf(table) });
  return offered(visit.document, [{ title, changes: changes(mention, visit, home), preferred: true }]);
}

function changes(mention: FlagMention, visit: KeyVisit, home: KeySchema): readonly Change[] {
  if (mention.place === 'elsewhere') return [{ op: 'move', at: visit, to: home }];
  const removal = mentionChange(mention);
  const value = { json: mention.value === true };
  return removal ? [removal, { op: 'set', from: visit, key: home, value }] : [];
}

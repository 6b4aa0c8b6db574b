/** A key that exists, but in another table. The most frequent mistake of all: a key written below a sub-table's header. */

import { asGuess, conversions } from '../../edits/convert-value';
import { moves } from '../../edits/move-key';
import { removal } from '../../edits/remove-pair';
import { wayTo } from '../../edits/target-table';
import type { Fix } from '../../meaning/finding';
import { memberOf } from '../../meaning/members';
import { isRefused } from '../../meaning/refused';
import { type Slip, slippedEntries } from '../../meaning/slipped-entries';
import { tableName } from '../../meaning/table-names';
import { isUnknownName, meaningOf } from '../../meaning/unknown-name';
import type { KeyVisit } from '../../meaning/visit';
import { itemOf } from '../../meaning/wanted';
import type { KeySchema } from '../../schema/types';
import { message } from '../../text/message';
import type { Member } from '../../toml/model';
import { gravityOfMeant } from '../needed-keys';
import type { Found, Rule } from '../rule';

export const misplacedKey: Rule<'key'> = {
  code: 'misplaced-key',
  scope: 'key',
  concerns: (key) => key === undefined || key.kind === 'map',
  check(visit, report) {
    for (const slip of slippedEntries(visit).values()) {
      if (slip.as === 'misplaced' || slip.as === 'doubtful') report(slipped(slip));
    }
    const { member, schema, context } = visit;
    if (!isUnknownName(visit) || member.node.type !== 'value') return;
    if (context.schema.findRemoved(schema, member.name)) return;
    const meaning = meaningOf(visit);
    if (meaning.kind !== 'misplaced') return;
    const { key } = meaning;
    report({
      ...place(visit, key),
      ...gravityOfMeant(visit, key),
      message: message('misplaced-key', { key: member.name, home: tableName(key.parent), table: tableName(schema) }),
      fixes: () => [...moves(visit, key, true), ...removalWhereSet(visit, key)],
    });
  },
};

/** Where the table has the key already, this one, which the runner ignores, may go. */
function removalWhereSet(visit: KeyVisit, key: KeySchema): Fix[] {
  const way = key.parent && wayTo(visit, key.parent);
  const there = way?.missing.length === 0 ? memberOf(way.table, key.name) : undefined;
  if (!there) return [];
  const written = ({ pair }: Member) => pair && visit.source.text.slice(pair.value.start, pair.value.end);
  // What only this one says would be lost.
  const preferred = written(there) === written(visit.member);
  const title = message('fix.remove.present', { name: visit.member.name, table: tableName(key.parent) });
  return removal(visit).map((fix) => ({ ...fix, title, preferred }));
}

function place({ member }: KeyVisit, { docs }: KeySchema) {
  const { start, end } = member.key;
  return { start, end, link: docs };
}

/** An entry of a map that was meant as a key of a table around it. */
function slipped({ visit, key, as, problem, isNoName }: Slip): Found {
  const { member, schema: map } = visit;
  const args = { key: member.name, home: tableName(key.parent), table: tableName(map) };
  if (as === 'doubtful') {
    return {
      ...place(visit, key),
      severity: 'hint',
      message: message('misplaced-key.doubtful', args),
      fixes: () => moves(visit, key, false),
    };
  }
  const refused = problem !== undefined && isRefused(map, problem, visit.source.traits);
  const taken = map.path === 'runners[].feature_flags' ? 'ignored' : 'entry';
  return {
    ...place(visit, key),
    ...(refused && { severity: 'error' }),
    message: message('misplaced-key.in-map', { ...args, outcome: refused ? 'refused' : taken }),
    // Where the map takes the name, it may have been meant as one all the same.
    fixes: () => [...moves(visit, key, true), ...(isNoName ? [] : entryConversions(visit))],
  };
}

function entryConversions({ document, member, schema }: KeyVisit): Fix[] {
  if (member.node.type !== 'value') return [];
  return conversions(document, member.node.value, itemOf(schema)).map(asGuess);
}

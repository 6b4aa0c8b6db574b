/** A key that exists, but in another table. The most frequent mistake of all: a key written below a sub-table's header. */

import { asGuess, conversions } from '../../edits/convert-value';
import { moves } from '../../edits/move-key';
import type { Fix } from '../../meaning/finding';
import { isRefused } from '../../meaning/refused';
import { type Slip, slippedEntries } from '../../meaning/slipped-entries';
import { headerOf, inTable, keyOf } from '../../meaning/table-names';
import { isUnknownName, meaningOf } from '../../meaning/unknown-name';
import type { KeyVisit } from '../../meaning/visit';
import { itemOf } from '../../meaning/wanted';
import type { KeySchema } from '../../schema/types';
import { draft } from '../../text/draft';
import type { Found, Rule } from '../rule';

export const misplacedKey: Rule<'key'> = {
  code: 'misplaced-key',
  scope: 'key',
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
      ...findingOf(visit, key),
      message: draft(`\`${member.name}\` belongs ${placeOf(key)}. Here, ${inTable(schema)}, the runner ignores it.`),
    });
  },
};

function findingOf(visit: KeyVisit, key: KeySchema): Found {
  const { start, end } = visit.member.key;
  return {
    start,
    end,
    message: draft(''),
    link: key.docs,
    fixes: () => moves(visit, key, true),
  };
}

function placeOf({ parent }: KeySchema): string {
  return parent?.path === '' ? 'at the top of the file, before the first table' : inTable(parent as KeySchema);
}

/** An entry of a map that was meant as a key of a table around it. */
function slipped({ visit, key, as, problem, isNoName }: Slip): Found {
  const { member, schema } = visit;
  const finding = findingOf(visit, key);
  if (as === 'doubtful') {
    return {
      ...finding,
      severity: 'hint',
      message: draft(
        `\`${member.name}\` is a ${keyOf(key.parent as KeySchema)}. Here the runner takes it for an entry of \`${headerOf(schema)}\`.`,
      ),
      fixes: () => moves(visit, key, false),
    };
  }
  const refused = problem !== undefined && isRefused(schema, problem);
  return {
    ...finding,
    severity: refused ? 'error' : 'warning',
    message: draft(
      `\`${member.name}\` belongs ${placeOf(key)}. Here, ${inTable(schema)}, ${outcome(schema, refused)}.`,
    ),
    // Where the map takes the name, it may have been meant as one all the same.
    fixes: () => [...moves(visit, key, true), ...(isNoName ? [] : entryConversions(visit))],
  };
}

function outcome(map: KeySchema, refused: boolean): string {
  if (refused) return 'the runner does not start with it';
  return map.path === 'runners[].feature_flags' ? 'the runner ignores it' : 'the runner takes it for an entry';
}

function entryConversions({ document, member, schema }: KeyVisit): Fix[] {
  if (member.node.type !== 'value') return [];
  return conversions(document, member.node.value, itemOf(schema)).map(asGuess);
}

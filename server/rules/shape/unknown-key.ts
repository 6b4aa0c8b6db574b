/** A key that no runner knows. Evidence: the runner's decoder leaves it unused without a word; `gitlab-runner lint` lists it. */

import { hostsToAliases } from '../../edits/hosts-to-aliases';
import { moves } from '../../edits/move-key';
import { renames } from '../../edits/rename-key';
import { targetFor } from '../../edits/target-table';
import { tolerationsToMap } from '../../edits/tolerations-to-map';
import type { Fix } from '../../meaning/finding';
import { isOfForeignExecutor } from '../../meaning/foreign-executor';
import { memberOf } from '../../meaning/members';
import { headerOf, keyInTable, nameFrom, tableName } from '../../meaning/table-names';
import { isUnknownName, type Meaning, meaningOf } from '../../meaning/unknown-name';
import type { KeyVisit } from '../../meaning/visit';
import type { KeySchema } from '../../schema/types';
import { type Message, message } from '../../text/message';
import { gravityOfMeant } from '../needed-keys';
import type { Rule } from '../rule';

export const unknownKey: Rule<'key'> = {
  code: 'unknown-key',
  scope: 'key',
  concerns: (key) => key === undefined,
  check(visit, report) {
    const { member, context, schema } = visit;
    if (!isUnknownName(visit) || member.node.type !== 'value') return;
    if (context.schema.findRemoved(schema, member.name)) return;
    const meaning = meaningOf(visit);
    if (meaning.kind === 'misplaced') return;
    report({
      start: member.key.start,
      end: member.key.end,
      ...(meaning.kind === 'misspelled' && gravityOfMeant(visit, meaning.key)),
      // It may be a key of that build.
      ...(meaning.kind === 'unknown' && isOfForeignExecutor(visit) && ({ severity: 'hint' } as const)),
      message: messageOf(visit, meaning),
      link: schema.docs,
      fixes: () => fixes(visit, meaning),
    });
  },
};

function messageOf(visit: KeyVisit, meaning: Meaning): Message {
  const { member, schema } = visit;
  const args = { key: member.name || '""', table: tableName(schema) };
  switch (meaning.kind) {
    case 'not-here':
      return message('unknown-key.not-here', { ...args, advice: meaning.advice });
    case 'misspelled': {
      const isPresent = memberOf(visit.table, meaning.key.name) !== undefined;
      const id = isPresent ? 'unknown-key.misspelled-present' : 'unknown-key.misspelled';
      return message(id, { ...args, meant: meaning.key.name });
    }
    case 'tables':
      return message('unknown-key.tables', { ...args, header: headerOf(meaning.key) });
    case 'outdated': {
      const { parent, removed = '' } = meaning.key;
      const items = replacementsOf(visit, meaning.key).map((key) => nameFrom(schema, key));
      return message('unknown-key.outdated', {
        ...args,
        home: tableName(parent),
        removed,
        replacements: { join: 'or', items },
      });
    }
    case 'elsewhere': {
      const id = meaning.unread ? 'unknown-key.elsewhere-unread' : 'unknown-key.elsewhere';
      return message(id, { ...args, places: { join: 'and', items: meaning.keys.map(keyInTable) } });
    }
    default:
      return message('unknown-key', args);
  }
}

function replacementsOf({ context }: KeyVisit, { replacedBy }: KeySchema): readonly KeySchema[] {
  return replacedBy.flatMap((path) => context.schema.byPath(path) ?? []);
}

function fixes(visit: KeyVisit, meaning: Meaning): Fix[] {
  switch (meaning.kind) {
    case 'misspelled':
      return [...tolerationsToMap(visit, meaning.key), ...renames(visit, meaning.key)];
    case 'tables':
      return hostsToAliases(visit, meaning.key);
    case 'outdated':
      return replacementsOf(visit, meaning.key).flatMap((key) => moves(visit, key, true));
    case 'elsewhere':
      return meaning.unread ? [] : meaning.keys.flatMap((key) => guessedMove(visit, key, meaning.keys.length === 1));
    case 'not-here':
      return removal(visit);
    default:
      return [];
  }
}

/** What is set elsewhere than in this file does nothing in it. */
function removal({ member: { name, pair }, table }: KeyVisit): Fix[] {
  if (!pair) return [];
  return [{ title: message('fix.remove', { name }), changes: [{ op: 'remove', part: pair, of: table.inline }] }];
}

/** Where the place is a guess, a table that is there speaks for it; none is made. */
function guessedMove(visit: KeyVisit, key: KeySchema, preferred: boolean): Fix[] {
  const target = targetFor(visit, key);
  return target && 'section' in target ? moves(visit, key, preferred) : [];
}

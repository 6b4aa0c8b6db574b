/** A key that no runner knows. Evidence: the runner's decoder leaves it unused without a word; `gitlab-runner lint` lists it. */

import { moves } from '../../edits/move-key';
import { renames } from '../../edits/rename-key';
import { targetFor } from '../../edits/target-table';
import type { Fix } from '../../meaning/finding';
import { memberOf } from '../../meaning/members';
import { headerOf, inTable, keyOf } from '../../meaning/table-names';
import { isUnknownName, type Meaning, meaningOf } from '../../meaning/unknown-name';
import type { KeyVisit } from '../../meaning/visit';
import type { KeySchema } from '../../schema/types';
import { draft } from '../../text/draft';
import { type Message, message } from '../../text/message';
import type { Rule } from '../rule';

export const unknownKey: Rule<'key'> = {
  code: 'unknown-key',
  scope: 'key',
  check(visit, report) {
    const { member, context, schema } = visit;
    if (!isUnknownName(visit) || member.node.type !== 'value') return;
    if (context.schema.findRemoved(schema, member.name)) return;
    const meaning = meaningOf(visit);
    if (meaning.kind === 'misplaced') return;
    report({
      start: member.key.start,
      end: member.key.end,
      message: messageOf(visit, meaning),
      link: schema.docs,
      fixes: () => fixes(visit, meaning),
    });
  },
};

function messageOf(visit: KeyVisit, meaning: Meaning): Message {
  const { member, schema } = visit;
  if (meaning.kind === 'not-here') {
    const table = schema.path === '' ? 'top' : headerOf(schema);
    return message('unknown-key.not-here', { key: member.name, table, advice: meaning.advice });
  }
  return draft(`\`${member.name || '""'}\` is no ${keyOf(schema)}. ${advice(visit, meaning)}`);
}

function advice(visit: KeyVisit, meaning: Exclude<Meaning, { kind: 'not-here' }>): string {
  switch (meaning.kind) {
    case 'misspelled':
      if (memberOf(visit.table, meaning.key.name)) {
        return `Did you mean \`${meaning.key.name}\`, which is here already? The runner ignores this one.`;
      }
      return `Did you mean \`${meaning.key.name}\`? The runner ignores it as it is.`;
    case 'outdated': {
      const { key } = meaning;
      return `Its place was ${inTable(key.parent as KeySchema)} until GitLab Runner ${key.removed} removed it. Use ${replacements(visit, key)} instead.`;
    }
    case 'elsewhere': {
      const tables = meaning.keys.map(({ name, parent }) =>
        name.toLowerCase() === visit.member.name.toLowerCase()
          ? inTable(parent as KeySchema)
          : `${inTable(parent as KeySchema)} as \`${name}\``,
      );
      const unread = meaning.unread ? ', for another executor than this runner has' : '';
      return `There is one ${tables.join(' and one ')}${unread}. The runner ignores it here.`;
    }
    default:
      return 'The runner ignores it.';
  }
}

function replacements(visit: KeyVisit, key: KeySchema): string {
  return key.replacedBy
    .map((path) => visit.context.schema.byPath(path))
    .map((other) => other && `\`${other.name}\` in \`${headerOf(other.parent as KeySchema)}\``)
    .join(' or ');
}

function fixes(visit: KeyVisit, meaning: Meaning): Fix[] {
  switch (meaning.kind) {
    case 'misspelled':
      return renames(visit, meaning.key);
    case 'outdated':
      return meaning.key.replacedBy.flatMap((path) => moves(visit, visit.context.schema.byPath(path), true));
    case 'elsewhere':
      return meaning.unread ? [] : meaning.keys.flatMap((key) => guessedMove(visit, key, meaning.keys.length === 1));
    default:
      return [];
  }
}

/** Where the place is a guess, a table that is there speaks for it; none is made. */
function guessedMove(visit: KeyVisit, key: KeySchema, preferred: boolean): Fix[] {
  const target = targetFor(visit, key);
  return target && 'section' in target ? moves(visit, key, preferred) : [];
}

/** A key that no runner knows. Evidence: the runner's decoder leaves it unused without a word; `gitlab-runner lint` lists it. */

import { memberOf } from '../check/members';
import { isTaken } from '../check/places';
import type { KeyVisit, Rule } from '../check/rule';
import { headerOf, inTable, keyOf } from '../check/table-names';
import { isUnknownName, type Meaning, meaningOf } from '../check/unknown-name';
import { conversions, wantedBy } from '../edits/convert-value';
import { movePair } from '../edits/move-pair';
import { targetFor } from '../edits/target-table';
import { keyText } from '../edits/values';
import type { Fix } from '../finding';
import type { KeySchema } from '../schema/types';

export const unknownKey: Rule = {
  code: 'unknown-key',
  key(visit, report) {
    const { member, context, schema } = visit;
    if (!isUnknownName(visit) || member.node.type !== 'value') return;
    if (context.schema.findRemoved(schema, member.name)) return;
    const meaning = meaningOf(visit);
    if (meaning.kind === 'misplaced') return;
    report({
      code: 'unknown-key',
      severity: 'warning',
      start: member.key.start,
      end: member.key.end,
      message: `\`${member.name || '""'}\` is no ${keyOf(schema)}. ${advice(visit, meaning)}`,
      link: schema.docs,
      fixes: () => fixes(visit, meaning),
    });
  },
};

function advice(visit: KeyVisit, meaning: Meaning): string {
  switch (meaning.kind) {
    case 'not-here':
      return meaning.advice;
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

/** Renames the key where it stands, and converts a value that the runner would then refuse. */
export function renames(visit: KeyVisit, key: KeySchema): Fix[] {
  const { table, member, document } = visit;
  if (memberOf(table, key.name)) return [];
  const edits = member.keys.map(({ start, end }) => ({ start, end, newText: keyText(key.name) }));
  const title = `Rename to \`${key.name}\``;
  if (isTaken(visit, key)) return [{ title, edits, preferred: true }];
  if (member.node.type !== 'value') return [];
  const [conversion] = conversions(document, member.node.value, wantedBy(key));
  return conversion
    ? [{ title: `${title} and c${conversion.title.slice(1)}`, edits: [...edits, ...conversion.edits], preferred: true }]
    : [];
}

/** Where the place is a guess, a table that is there speaks for it; none is made. */
function guessedMove(visit: KeyVisit, key: KeySchema, preferred: boolean): Fix[] {
  const target = targetFor(visit, key);
  return target && 'section' in target ? moves(visit, key, preferred) : [];
}

/** Moves the pair to the table of `key`, under the name of `key`. */
export function moves(visit: KeyVisit, key: KeySchema | undefined, preferred: boolean): Fix[] {
  const { document, member } = visit;
  const { pair } = member;
  const target = key && pair && isTaken(visit, key) ? targetFor(visit, key) : undefined;
  if (!key || !pair || !target) return [];
  const sameName = key.name.toLowerCase() === member.name.toLowerCase();
  const edits = movePair(document, pair, visit.table, target, sameName ? undefined : key.name);
  if (!edits) return [];
  const parent = key.parent as KeySchema;
  const place = parent.path === '' ? 'the top of the file' : `\`${headerOf(parent)}\``;
  return [{ title: sameName ? `Move to ${place}` : `Move to ${place} as \`${key.name}\``, edits, preferred }];
}

/** A key that no runner knows. Evidence: the runner's decoder leaves it unused without a word; `gitlab-runner lint` lists it. */

import registrationKeys from '../../schemas/registration-keys.json';
import { headerOf, nearestKey, placesFor } from '../check/names';
import type { KeyVisit, Rule } from '../check/rule';
import { keyText } from '../edits/values';
import type { Fix } from '../finding';
import { inOtherCase } from './key-case';

export const unknownKey: Rule = {
  code: 'unknown-key',
  key(visit, report) {
    if (!isUnknownName(visit) || visit.member.node.type !== 'value') return;
    const { member, context, schema } = visit;
    if (context.schema.findRemoved(schema, member.name) || placesFor(visit).length > 0) return;
    const meant = nearestKey(member.name, schema, (key) => !hasKey(visit, key.name));
    const table = headerOf(schema);
    const elsewhere = (registrationKeys as Record<string, string>)[member.name.toLowerCase()];
    const advice = elsewhere ?? (meant ? `Did you mean \`${meant.name}\`?` : 'The runner ignores it.');
    report({
      code: 'unknown-key',
      severity: 'warning',
      start: member.key.start,
      end: member.key.end,
      message: `\`${member.name}\` is no key of ${table}. ${advice}`,
      link: schema.docs,
      fixes: () => (meant && !elsewhere ? renames(visit, meant.name) : []),
    });
  },
};

/** Whether the table's keys are fixed and this is none of them. */
export function isUnknownName(visit: KeyVisit): boolean {
  const { key, schema } = visit;
  return key === undefined && !inOtherCase(visit) && (schema.kind === 'table' || schema.kind === 'array-of-tables');
}

function hasKey(visit: KeyVisit, name: string): boolean {
  const folded = name.toLowerCase();
  for (const member of visit.table.members.values()) if (member.name.toLowerCase() === folded) return true;
  return false;
}

/** Renames every place where the name stands. */
export function renames(visit: KeyVisit, name: string): Fix[] {
  if (hasKey(visit, name)) return [];
  return [
    {
      title: `Rename to \`${name}\``,
      edits: visit.member.keys.map((key) => ({ start: key.start, end: key.end, newText: keyText(name) })),
      preferred: true,
    },
  ];
}

/**
 * A key in another case than the documented one. The runner matches keys ignoring case, so it works; people and tools trip
 * over it. The keys of nfs volumes alone it matches to the letter (verdicts: nfs-case).
 */

import type { KeyVisit, Rule } from '../check/rule';
import type { Finding } from '../finding';
import type { KeySchema } from '../schema/types';

export const keyCase: Rule = {
  code: 'key-case',
  key(visit, report) {
    const { key, exact, schema } = visit;
    const strict = key ? undefined : inOtherCase(visit);
    if (strict) {
      const required = schema.required.some((entry) => entry.name === strict.name && entry.severity === 'error');
      const outcome = required ? 'does not start with another spelling' : 'ignores another spelling';
      report({
        ...found(visit, strict),
        severity: required ? 'error' : 'warning',
        message: `This key must be written \`${strict.name}\`: here the runner minds the case, and ${outcome}.`,
      });
    }
    if (key && !exact) report(found(visit, key));
  },
};

/** The key that a name would be if the runner ignored the case here too. */
export function inOtherCase({ schema, member }: KeyVisit): KeySchema | undefined {
  const name = member.name.toLowerCase();
  for (const key of schema.children.values()) {
    if (!key.caseInsensitive && key.name.toLowerCase() === name) return key;
  }
  return undefined;
}

function found({ member, table }: KeyVisit, key: KeySchema): Finding {
  return {
    code: 'key-case',
    severity: 'hint',
    start: member.key.start,
    end: member.key.end,
    message: `The documented spelling is \`${key.name}\`. The runner ignores the case of keys.`,
    link: key.docs,
    // Where both spellings stand, renaming would make a duplicate.
    fixes: () =>
      table.members.has(key.name)
        ? []
        : [
            {
              title: `Rename to \`${key.name}\``,
              edits: member.keys.map(({ start, end }) => ({ start, end, newText: key.name })),
              preferred: true,
              safe: true,
            },
          ],
  };
}

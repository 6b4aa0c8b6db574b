/**
 * A key in another case than the documented one. The runner matches keys ignoring case, so it works; people and tools trip
 * over it. The keys of nfs volumes alone it matches to the letter (verdicts: nfs-case).
 */

import type { KeyVisit, Rule } from '../check/rule';
import { strictlySpelled } from '../check/unknown-name';
import type { Finding } from '../finding';
import type { KeySchema } from '../schema/types';

export const keyCase: Rule = {
  code: 'key-case',
  key(visit, report) {
    const { key, exact, schema } = visit;
    const strict = key ? undefined : strictlySpelled(schema, visit.member.name);
    if (strict) {
      const required = schema.required.some((entry) => entry.name === strict.name && entry.severity === 'error');
      const outcome = required ? 'does not start with another spelling' : 'ignores another spelling';
      report({
        ...found(visit, strict),
        severity: required ? 'error' : 'warning',
        message: `This key must be written \`${strict.name}\`: here the runner minds the case, and ${outcome}.`,
      });
    }
    // Beside the documented spelling it is a duplicate, which says more.
    const isDuplicate = key && visit.member.node.type === 'value' && visit.table.members.has(key.name);
    if (key && !exact && !isDuplicate) report(found(visit, key));
  },
};

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

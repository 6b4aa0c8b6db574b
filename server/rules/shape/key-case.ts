/**
 * A key in another case than the documented one. The runner matches keys ignoring case, so it works; people and tools trip
 * over it. The keys of nfs volumes alone it matches to the letter (verdicts: nfs-case).
 */

import { isDuplicate } from '../../meaning/duplicates';
import { strictlySpelled } from '../../meaning/unknown-name';
import type { KeyVisit } from '../../meaning/visit';
import type { KeySchema } from '../../schema/types';
import { message } from '../../text/message';
import type { Found, Rule } from '../rule';

export const keyCase: Rule<'key'> = {
  code: 'key-case',
  scope: 'key',
  check(visit, report) {
    const { key, exact, schema } = visit;
    const strict = key ? undefined : strictlySpelled(schema, visit.member.name);
    if (strict) {
      const required = schema.required.some((entry) => entry.name === strict.name && entry.severity === 'error');
      report({
        ...found(visit, strict),
        severity: required ? 'error' : 'warning',
        message: message('key-case.strict', { key: strict.name, outcome: required ? 'refused' : 'ignored' }),
      });
    }
    // Beside the documented spelling it may be a duplicate, which says more.
    if (key && !exact && !isDuplicate(visit)) report(found(visit, key));
  },
};

function found(visit: KeyVisit, key: KeySchema): Found {
  const { member } = visit;
  return {
    start: member.key.start,
    end: member.key.end,
    message: message('key-case', { key: key.name }),
    link: key.docs,
    // Where both spellings stand, one name may define something twice; then it is not offered.
    fixes: () => [
      {
        title: message('fix.rename', { name: key.name }),
        changes: [{ op: 'rename', in: visit, members: [member], to: key.name }],
        preferred: true,
        safe: true,
      },
    ],
  };
}

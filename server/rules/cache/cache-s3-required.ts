/**
 * Keys of S3 that are not used: without `AuthenticationType` they count only where the address and both of them are set, otherwise
 * the runner takes what the machine is allowed to (cache/cacheconfig/cacheconfig.go, AuthType).
 */
import type { Fix } from '../../meaning/finding';
import type { TableVisit } from '../../meaning/visit';
import { allOf, message } from '../../text/message';
import type { Rule } from '../rule';
import { CACHE, storageOfType } from './cache-view';

const ALL = ['ServerAddress', 'AccessKey', 'SecretKey'];

export const cacheS3Required: Rule<'table'> = {
  code: 'cache-s3-required',
  scope: 'table',
  on: [CACHE],
  check(visit, report) {
    const s3 = storageOfType(visit, 's3')?.table;
    if (
      !s3 ||
      s3.string('AuthenticationType')?.value ||
      (!s3.string('AuthenticationType') && s3.has('AuthenticationType'))
    )
      return;
    const set = ALL.filter((name) => s3.string(name)?.value);
    const key = ['AccessKey', 'SecretKey'].find((name) => set.includes(name));
    const member = key === undefined ? undefined : s3.string(key)?.member;
    if (key === undefined || !member || set.length === ALL.length) return;
    const missing = ALL.filter((name) => !set.includes(name));
    // A value of another type has a finding of its own.
    if (missing.some((name) => s3.has(name) && !s3.string(name))) return;
    report({
      start: member.key.start,
      end: member.key.end,
      message: message('cache-s3-required', { key, missing: allOf(missing), count: missing.length }),
      link: visit.context.schema.byPath(`${CACHE}.s3.${key}`)?.docs,
      fixes: () => (missing.length === 1 && missing[0] === 'ServerAddress' ? saidAloud(visit) : []),
    });
  },
};

/** That the keys count, whatever the address is. */
function saidAloud(visit: TableVisit): Fix[] {
  const key = visit.context.schema.byPath(`${CACHE}.s3.AuthenticationType`);
  if (!key) return [];
  return [
    {
      title: message('fix.add.example', { key: key.name, text: '"access-key"' }),
      changes: [{ op: 'set', from: visit, key, value: { json: 'access-key' } }],
      preferred: true,
    },
  ];
}

/**
 * Two kinds of credentials for Google's storage, of which one is not used, or half of a pair, with which nothing can be signed
 * (cache/gcsv2/adapter.go, presignURL).
 */
import { message } from '../../text/message';
import type { Rule } from '../rule';
import { CACHE, storageOfType } from './cache-view';

export const cacheGcsBothCredentials: Rule<'table'> = {
  code: 'cache-gcs-both-credentials',
  scope: 'table',
  on: [CACHE],
  check(visit, report) {
    const gcs = storageOfType(visit, 'gcs')?.table;
    if (!gcs) return;
    const file = gcs.string('CredentialsFile');
    const pair = ['AccessID', 'PrivateKey'].flatMap((name) => {
      const found = gcs.string(name);
      return found?.value ? found : [];
    });
    const [first, second] = pair;
    if (!first || (second && !file?.value)) return;
    const missing = first.member.name.toLowerCase() === 'accessid' ? 'PrivateKey' : 'AccessID';
    if (!file?.value && gcs.has(missing) && !gcs.string(missing)) return;
    const { start, end } = (file?.value ? file : first).member.key;
    report({
      start,
      end,
      message: file?.value
        ? message('cache-gcs-both-credentials')
        : message('cache-gcs-both-credentials.half', { key: first.member.name, missing }),
      link: visit.context.schema.byPath(`${CACHE}.gcs.CredentialsFile`)?.docs,
    });
  },
};

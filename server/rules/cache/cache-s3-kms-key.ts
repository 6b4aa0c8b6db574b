/** The key of an encryption that needs none: only the kinds with KMS use it (cache/s3v2/s3.go). */

import { message } from '../../text/message';
import { removal } from '../docker/key-fixes';
import type { Rule } from '../rule';
import { CACHE, storageOfType } from './cache-view';

const WITH_KEYS = /^(?:aws:)?kms(?::dsse)?$|^dsse-kms$/i;

export const cacheS3KmsKey: Rule<'table'> = {
  code: 'cache-s3-kms-key',
  scope: 'table',
  on: [CACHE],
  check(visit, report) {
    const s3 = storageOfType(visit, 's3')?.table;
    const id = s3?.string('ServerSideEncryptionKeyID');
    const kind = s3?.string('ServerSideEncryption');
    if (!s3 || !id?.value || WITH_KEYS.test(kind?.value ?? '')) return;
    // A kind of another type, and one that there is not, have findings of their own.
    if (!kind && s3.has('ServerSideEncryption')) return;
    if (kind?.value && !/^(?:s3|aes256)$/i.test(kind.value)) return;
    const { start, end } = id.member.key;
    report({
      start,
      end,
      message: message('cache-s3-kms-key'),
      link: visit.context.schema.byPath(`${CACHE}.s3.ServerSideEncryptionKeyID`)?.docs,
      tags: ['unnecessary'],
      fixes: () => removal({ table: s3.node }, id),
    });
  },
};

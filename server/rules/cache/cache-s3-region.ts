/**
 * A bucket of AWS without its region: the runner asks for it in each job, and takes us-east-1 where it gets no answer
 * (cache/s3v2/s3.go, detectBucketLocation).
 */
import { isWrittenFor } from '../../meaning/written-for';
import { message } from '../../text/message';
import type { Rule } from '../rule';
import { CACHE, isOfAws, storageOfType } from './cache-view';

export const cacheS3Region: Rule<'table'> = {
  code: 'cache-s3-region',
  scope: 'table',
  on: [CACHE],
  check(visit, report) {
    const s3 = storageOfType(visit, 's3')?.table;
    const bucket = s3?.string('BucketName');
    const key = visit.context.schema.byPath(`${CACHE}.s3.BucketLocation`);
    if (!s3 || !bucket?.value || !key) return;
    const address = s3.string('ServerAddress')?.value;
    if (address ? !isOfAws(address) : s3.has('ServerAddress') && !s3.string('ServerAddress')) return;
    const region = s3.string(key.name);
    if (region ? region.value !== '' : s3.has(key.name) || isWrittenFor(visit, key)) return;
    report({ ...(region ?? bucket).span, message: message('cache-s3-region'), link: key.docs });
  },
};

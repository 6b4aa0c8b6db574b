/**
 * A directory bucket of S3 Express (its name ends in `--x-s3`), which has no dual-stack endpoint: `DualStack` is on where it is not set,
 * and an address of one's own makes it moot (docs/configuration/advanced-configuration.md; cache/s3v2/s3.go).
 */
import { message } from '../../text/message';
import type { Rule } from '../rule';
import { CACHE, storageOfType } from './cache-view';

export const cacheS3ExpressDualstack: Rule<'table'> = {
  code: 'cache-s3-express-dualstack',
  scope: 'table',
  on: [CACHE],
  check(visit, report) {
    const s3 = storageOfType(visit, 's3')?.table;
    const bucket = s3?.string('BucketName');
    if (!s3 || !bucket?.value.endsWith('--x-s3') || s3.string('ServerAddress')?.value) return;
    const dualStack = s3.flag('DualStack');
    // A runner before 17.5 has no such key.
    const key = visit.context.schema.byPath(`${CACHE}.s3.DualStack`);
    if (!key || (dualStack ? !dualStack.value : s3.has('DualStack'))) return;
    report({
      ...(dualStack ?? bucket).span,
      message: message('cache-s3-express-dualstack'),
      link: key.docs,
      fixes: () => [
        {
          title: message('fix.add.example', { key: key.name, text: 'false' }),
          changes: [{ op: 'set', from: visit, key, value: { json: false } }],
          preferred: true,
        },
      ],
    });
  },
};

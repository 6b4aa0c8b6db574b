/** A cache with nowhere to keep it. */
import { test } from 'node:test';
import { says } from '../says';
import { azure, cache, gcs, quiet, s3 } from './cached';

test('a storage without the name of what holds the cache', () =>
  says([
    {
      text: s3('ServerAddress = "minio:9000"\n'),
      findings: [
        '7 warning cache-bucket-empty «runners.cache.s3»: cache-bucket-empty key=BucketName table=[runners.cache.s3]',
      ],
      fixes: [],
    },
    {
      text: s3('BucketName = ""\n'),
      findings: ['8 warning cache-bucket-empty «""»: cache-bucket-empty key=BucketName table=[runners.cache.s3]'],
      fixes: [],
    },
    {
      text: gcs(''),
      findings: [
        '7 warning cache-bucket-empty «runners.cache.gcs»: cache-bucket-empty key=BucketName table=[runners.cache.gcs]',
      ],
      fixes: [],
    },
    {
      text: azure('AccountName = "a"\n'),
      findings: [
        '7 warning cache-bucket-empty «runners.cache.azure»: cache-bucket-empty key=ContainerName table=[runners.cache.azure]',
      ],
      fixes: [],
    },
    {
      text: cache('Type = "s3"\ns3 = {}\n'),
      findings: ['7 warning cache-bucket-empty «s3»: cache-bucket-empty key=BucketName table=[runners.cache.s3]'],
      fixes: [],
    },
  ]));

quiet({
  'a table in braces': cache('Type = "s3"\ns3 = { BucketName = "cache", BucketLocation = "eu-central-1" }\n'),
  'an access point': s3(
    'BucketName = "arn:aws:s3:eu-west-1:123456789012:accesspoint/x"\nBucketLocation = "eu-west-1"\n',
  ),
  'a bucket that is filled in': s3(`BucketName = "\${BUCKET}"\nBucketLocation = "\${REGION}"\n`),
  'a storage that is not in use': cache('[runners.cache.s3]\nServerAddress = "minio:9000"\n'),
});

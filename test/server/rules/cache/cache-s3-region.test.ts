/** A bucket of AWS without its region. */
import { test } from 'node:test';
import { says } from '../says';
import { BUCKET, quiet, s3 } from './cached';

const finding = (line: number, text: string) => [`${line} hint cache-s3-region «${text}»: cache-s3-region`];

test('a bucket without its region', () =>
  says([
    { text: s3('BucketName = "cache"\n'), findings: finding(8, '"cache"'), fixes: [] },
    { text: s3('ServerAddress = ""\nBucketName = "cache"\n'), findings: finding(9, '"cache"'), fixes: [] },
    {
      text: s3('ServerAddress = "s3.amazonaws.com"\nBucketName = "cache"\n'),
      findings: finding(9, '"cache"'),
      fixes: [],
    },
    { text: s3('BucketName = "cache"\nBucketLocation = ""\n'), findings: finding(9, '""'), fixes: [] },
  ]));

test('another type is that mistake alone', () =>
  says([
    {
      text: s3('BucketName = "cache"\nBucketLocation = 1\n'),
      findings: ['9 error wrong-type «1»: wrong-type found=integer key=BucketLocation outcome=refused wanted=string'],
      fixes: ['* Change to `"1"`!'],
    },
    {
      text: s3('ServerAddress = 1\nBucketName = "cache"\n'),
      findings: ['8 error wrong-type «1»: wrong-type found=integer key=ServerAddress outcome=refused wanted=string'],
      fixes: ['* Change to `"1"`!'],
    },
  ]));

quiet({
  'a region': s3(BUCKET),
  'MinIO without a region': s3('ServerAddress = "minio.svc:9000"\nBucketName = "cache"\nInsecure = true\n'),
  'another store that speaks S3': s3('ServerAddress = "x.ams3.digitaloceanspaces.com"\nBucketName = "cache"\n'),
});

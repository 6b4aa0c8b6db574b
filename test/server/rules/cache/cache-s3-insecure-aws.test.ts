/** A cache on AWS without encryption. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted } from '../../../counted';
import { fixed } from '../../findings';
import { says } from '../says';
import { BUCKET, quiet, s3 } from './cached';

const at = (address: string, lines = '') => s3(`ServerAddress = "${address}"\n${BUCKET}${lines}`);

test('AWS over plain HTTP', () => {
  for (const address of counted([
    's3.amazonaws.com',
    's3.cn-north-1.amazonaws.com.cn',
    'S3.AmazonAWS.com',
    's3.amazonaws.com:80',
  ])) {
    const text = at(address, 'Insecure = true\n');
    says([
      {
        text,
        findings: ['11 warning cache-s3-insecure-aws «true»: cache-s3-insecure-aws'],
        fixes: ['* Change to `false`'],
      },
    ]);
    assert.equal(fixed(text, 'Change to `false`'), at(address, 'Insecure = false\n'));
  }
});

quiet({
  'AWS with encryption': at('s3.amazonaws.com', 'Insecure = false\n'),
  'MinIO without': at('minio.svc:9000', 'Insecure = true\n'),
  'what only begins as AWS does': at('s3.amazonaws.com.example.org', 'Insecure = true\n'),
  'what only ends nearly as AWS does': at('my-amazonaws.com', 'Insecure = true\n'),
  'no address': s3(`${BUCKET}Insecure = true\n`),
});

/** Names that buckets and containers take. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted } from '../../../counted';
import { briefReportOf, fixed } from '../../findings';
import { azure, gcs, s3 } from './cached';

test('of Google', () => {
  const bucket = (name: string) => gcs(`BucketName = "${name}"\n`);
  assert.deepEqual(briefReportOf(bucket('gs://b')), ['8 warning invalid-value «gs://»']);
  assert.equal(fixed(bucket('gs://b'), 'Change to `"b"`'), bucket('b'));
  assert.deepEqual(briefReportOf(bucket('My_Bucket/x')), ['8 warning invalid-value «"My_Bucket/x"»']);
  for (const name of counted(['b-cache', 'cache.example.com', 'my_bucket']))
    assert.deepEqual(briefReportOf(bucket(name)), []);
});

test('of Azure', () => {
  const container = (name: string) => azure(`AccountName = "a"\nContainerName = "${name}"\n`);
  assert.deepEqual(briefReportOf(container('Runners')), ['9 warning invalid-value «"Runners"»']);
  assert.equal(fixed(container('Runners'), 'Change to `"runners"`'), container('runners'));
  assert.deepEqual(briefReportOf(container('a--b')), ['9 warning invalid-value «"a--b"»']);
  for (const name of counted(['runners-cache', 'cache', 'c1c'])) assert.deepEqual(briefReportOf(container(name)), []);
});

test('of S3', () =>
  assert.deepEqual(briefReportOf(s3('BucketName = "s3://cache"\nBucketLocation = "x"\n')), [
    '8 warning invalid-value «s3://»',
  ]));

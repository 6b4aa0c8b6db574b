/** A type without its table, and a table without its type. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { briefReportOf, fixed } from '../../findings';
import { says } from '../says';
import { BUCKET, cache, quiet } from './cached';

test('a type without its table', () => {
  const text = cache('Type = "gcs"\n');
  says([
    {
      text,
      findings: ['6 warning cache-type-table «"gcs"»: cache-type-table table=[runners.cache.gcs] type=gcs'],
      fixes: ['Add `[runners.cache.gcs]`'],
    },
  ]);
  assert.equal(
    fixed(text, 'Add `[runners.cache.gcs]`'),
    cache('Type = "gcs"\n[runners.cache.gcs]\n  BucketName = "gitlab-runner-cache"\n'),
  );
  assert.match(
    fixed(cache('Type = "azure"\n'), 'Add `[runners.cache.azure]`'),
    /\[runners\.cache\.azure\]\n\s+ContainerName = "gitlab-runner-cache"\n$/,
  );
});

test('a table without its type', () => {
  const table = `[runners.cache.s3]\n${BUCKET}`;
  const FIX = 'Add `Type` with an example: `"s3"`';
  const finding = [
    '7 warning cache-type-table «runners.cache.s3»: cache-type-table.type table=[runners.cache.s3] type=s3',
  ];
  says([
    { text: cache(`Shared = true\n${table}`), findings: finding, fixes: [`* ${FIX}`] },
    { text: cache(`Type = ""\n${table}`), findings: finding, fixes: [`* ${FIX}`] },
  ]);
  assert.equal(fixed(cache(`Shared = true\n${table}`), FIX), cache(`Shared = true\nType = "s3"\n${table}`));
  assert.equal(fixed(cache(`Type = ""\n${table}`), FIX), cache(`Type = "s3"\n${table}`));
});

test('the name of its table in a table in braces', () =>
  says([
    {
      text: cache('s3 = { BucketName = "cache", BucketLocation = "x" }\n'),
      findings: ['6 warning cache-type-table «s3»: cache-type-table.type table=[runners.cache.s3] type=s3'],
      fixes: ['* Add `Type` with an example: `"s3"`'],
    },
  ]));

test('a fault that is told elsewhere is told once', () => {
  const old = cache('Type = "s3"\nServerAddress = "minio:9000"\nBucketName = "cache"\n');
  assert.ok(briefReportOf(old).length > 0);
  const below = cache('Type = "s3"\n[runners.cache.s33]\nBucketName = "cache"\n');
  assert.deepEqual(briefReportOf(below), ['7 warning unknown-table «s33»']);
  for (const text of [old, below])
    assert.deepEqual(
      briefReportOf(text).filter((line) => / cache-/.test(line)),
      [],
    );
  const spelled = cache('Type = "S3"\n[runners.cache.s3]\n');
  assert.deepEqual(briefReportOf(spelled), ['6 warning invalid-value «"S3"»']);
  assert.deepEqual(briefReportOf(cache(`Type = 1\n[runners.cache.s3]\n${BUCKET}`)), ['6 error wrong-type «1»']);
});

quiet({
  'the tables that register left': cache('[runners.cache.s3]\n[runners.cache.gcs]\n[runners.cache.azure]\n'),
  'the tables that register left, with a size': cache(
    'MaxUploadedArchiveSize = 0\n[runners.cache.s3]\nAssumeRoleMaxConcurrency = 0\n[runners.cache.gcs]\n',
  ),
  'an empty table': cache(''),
  'no cache': '[[runners]]\n  executor = "shell"\n',
  'two storages and no type': cache(
    '[runners.cache.s3]\nBucketName = "a"\nBucketLocation = "x"\n[runners.cache.gcs]\nBucketName = "b-cache"\n',
  ),
  'a storage of which nothing is filled in': cache('[runners.cache.s3]\nBucketName = ""\n'),
});

/** What rules about caches share. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memberOf } from '../../../../server/meaning/members';
import { runnerTables } from '../../../../server/meaning/runners';
import { isOfAws, placeOf, storageOf, storageOfType } from '../../../../server/rules/cache/cache-view';
import { context, documentOf } from '../../findings';
import { cache, s3 } from './cached';

/** The cache of a text as a rule is shown it. */
function cacheOf(text: string) {
  const document = documentOf(text);
  const [runner] = runnerTables(document, context);
  const table = runner && memberOf(runner, 'cache')?.node;
  const schema = context.schema.byPath('runners[].cache');
  assert.ok(table?.type === 'table' && schema);
  return { document, context, table, schema, path: ['runners', 'cache'], runner };
}

/** The type, and where a finding about the table stands. */
function stands(text: string): string | undefined {
  const storage = storageOf(cacheOf(text));
  return storage && `${storage.type} ${text.slice(storage.place.start, storage.place.end)}`;
}

test('the storage that the type names, by the name in its header or where it is named', () => {
  assert.equal(stands(s3('')), 's3 runners.cache.s3');
  assert.equal(stands(cache('Type = "gcs"\ngcs = {}\n')), 'gcs gcs');
  assert.equal(stands(cache('Type = "azure"\nazure.AccountName = "a"\n')), 'azure azure');
});

test('none without its table, without a type, and of a type that is no storage', () => {
  assert.equal(stands(cache('Type = "s3"\n')), undefined);
  assert.equal(stands(cache('[runners.cache.s3]\n')), undefined);
  assert.equal(stands(cache('Type = "toString"\n[runners.cache.toString]\n')), undefined);
  assert.equal(stands(cache('Type = "s3"\n[runners.cache.gcs]\n')), undefined);
});

test('a storage of another type than is asked for is none', () => {
  assert.equal(storageOfType(cacheOf(s3('')), 's3')?.type, 's3');
  assert.equal(storageOfType(cacheOf(s3('')), 'gcs'), undefined);
});

test('a header without its end is no place', () => {
  const visit = cacheOf(`${cache('')}[runners.cache.s3\n`);
  const node = memberOf(visit.table, 's3')?.node;
  assert.ok(node?.type === 'table');
  assert.equal(placeOf(visit.table, 's3', node), undefined);
});

test('addresses of AWS', () => {
  for (const address of ['s3.amazonaws.com', 's3.amazonaws.com.cn', 'S3.AMAZONAWS.COM:443', 'x.s3.amazonaws.com.cn:1'])
    assert.ok(isOfAws(address), address);
  for (const address of ['amazonaws.com.example.org', 'xamazonaws.com', 's3.amazonaws.com:', 's3.amazonaws.com.de', ''])
    assert.ok(!isOfAws(address), address);
});

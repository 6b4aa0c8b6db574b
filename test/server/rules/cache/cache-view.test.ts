/** What rules about caches share. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memberOf } from '../../../../server/meaning/members';
import { isOfAws, placeOf, storageOf, storageOfType } from '../../../../server/rules/cache/cache-view';
import { tableVisit } from '../../edits/visits';
import { documentOf } from '../../findings';
import { cache, s3 } from './cached';

/** The cache of a text as a rule is shown it. */
const cacheOf = (text: string) => tableVisit(documentOf(text), 'runners', 0, 'cache');

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

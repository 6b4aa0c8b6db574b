/**
 * The storage of a cache without the name of what holds it: there is no cache (s3v2/adapter.go and gcsv2/adapter.go: "BucketName
 * cannot be empty", azure/adapter.go: "ContainerName can't be empty"), and the job goes on.
 */
import { isWrittenFor } from '../../meaning/written-for';
import { message } from '../../text/message';
import type { Rule } from '../rule';
import { CACHE, STORAGES, storageOf } from './cache-view';

export const cacheBucketEmpty: Rule<'table'> = {
  code: 'cache-bucket-empty',
  scope: 'table',
  on: [CACHE],
  check(visit, report) {
    const storage = storageOf(visit);
    if (!storage) return;
    const { type, table, place } = storage;
    const key = visit.context.schema.byPath(`${CACHE}.${type}.${STORAGES[type]}`);
    if (!key) return;
    const there = table.string(key.name);
    // A value of another type has a finding of its own.
    if (there ? there.value !== '' : table.has(key.name) || isWrittenFor(visit, key)) return;
    report({
      ...(there?.span ?? place),
      message: message('cache-bucket-empty', { key: key.name, table: `[runners.cache.${type}]` }),
      link: key.docs,
    });
  },
};

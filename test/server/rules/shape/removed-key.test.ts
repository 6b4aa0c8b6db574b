import assert from 'node:assert/strict';
import { test } from 'node:test';
import { briefReportOf, dataReportOf, fixed, fixTitles } from '../../findings';

test('renamed', () => {
  const text = `[[runners]]
  pre_clone_script = "true" # hook
`;
  assert.deepEqual(dataReportOf(text), [
    '2 warning removed-key «pre_clone_script»: removed-key.replaced key=pre_clone_script removed=17.0 replacements=`pre_get_sources_script`',
  ]);
  assert.deepEqual(fixTitles(text), ['Rename to `pre_get_sources_script`', 'Remove `pre_clone_script`']);
  const after = fixed(text, 'Rename to `pre_get_sources_script`');
  assert.equal(
    after,
    `[[runners]]
  pre_get_sources_script = "true" # hook
`,
  );
  assert.deepEqual(dataReportOf(after), []);
  const after1 = fixed(text, 'Remove `pre_clone_script`');
  assert.equal(after1, '[[runners]]\n');
  assert.deepEqual(dataReportOf(after1), []);
});

test('moved to a sub-table', () => {
  const text = `[[runners]]
  [runners.cache]
    Type = "s3"
    # in Frankfurt
    BucketName = "b"
`;
  assert.deepEqual(dataReportOf(text), [
    '5 warning removed-key «BucketName»: removed-key.replaced key=BucketName removed=12.0 replacements=(word.key-in key=BucketName table=[runners.cache.s3])',
  ]);
  assert.deepEqual(fixTitles(text), ['Move to `[runners.cache.s3]`', 'Remove `BucketName`']);
  const after = fixed(text, 'Move to `[runners.cache.s3]`');
  assert.equal(
    after,
    `[[runners]]
  [runners.cache]
    Type = "s3"
    [runners.cache.s3]
      # in Frankfurt
      BucketName = "b"
`,
  );
  // The region is another matter.
  assert.deepEqual(briefReportOf(after), ['6 hint cache-s3-region «"b"»']);
  const after1 = fixed(text, 'Remove `BucketName`');
  assert.equal(
    after1,
    `[[runners]]
  [runners.cache]
    Type = "s3"
    # in Frankfurt
`,
  );
  assert.deepEqual(briefReportOf(after1), ['3 warning cache-type-table «"s3"»']);
});

test('of the cache of the type at hand', () => {
  const text = `[[runners]]
  [runners.cache]
    Type = "gcs"
    BucketName = "b"
    [runners.cache.gcs]
      CredentialsFile = "/c"
`;
  assert.deepEqual(dataReportOf(text), [
    '4 warning removed-key «BucketName»: removed-key.replaced key=BucketName removed=12.0 replacements=(word.key-in key=BucketName table=[runners.cache.gcs])',
  ]);
  assert.deepEqual(fixTitles(text), ['Move to `[runners.cache.gcs]`', 'Remove `BucketName`']);
  const after = fixed(text, 'Move to `[runners.cache.gcs]`');
  assert.equal(
    after,
    `[[runners]]
  [runners.cache]
    Type = "gcs"
    [runners.cache.gcs]
      CredentialsFile = "/c"
      BucketName = "b"
`,
  );
  assert.deepEqual(dataReportOf(after), []);
  const after1 = fixed(text, 'Remove `BucketName`');
  assert.equal(
    after1,
    `[[runners]]
  [runners.cache]
    Type = "gcs"
    [runners.cache.gcs]
      CredentialsFile = "/c"
`,
  );
  assert.deepEqual(briefReportOf(after1), ['4 warning cache-bucket-empty «runners.cache.gcs»']);
});

test('gone', () => {
  const text = `[[runners]]
  disable_verbose = true
`;
  assert.deepEqual(dataReportOf(text), [
    '2 warning removed-key «disable_verbose»: removed-key key=disable_verbose removed=1.1',
  ]);
  assert.deepEqual(fixTitles(text), ['Remove `disable_verbose`']);
  const after = fixed(text, 'Remove `disable_verbose`');
  assert.equal(after, '[[runners]]\n');
  assert.deepEqual(dataReportOf(after), []);
});

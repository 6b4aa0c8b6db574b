/** One directory for the builds of all jobs of an instance. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { briefReportOf, fixed } from '../../findings';
import { scaled } from './scaled';

test('a directory for all builds of an instance that takes several', () => {
  const before = scaled('  [runners.instance]\n    use_common_build_dir = true\n');
  assert.deepEqual(briefReportOf(before), ['11 warning use-common-build-dir «use_common_build_dir»']);
  assert.deepEqual(briefReportOf(fixed(before, 'Set `max_use_count = 1`')), []);
});

test('another executor does not read the directory of an instance', () => {
  const text = scaled('  [runners.docker]\n    image = "a"\n  [runners.instance]\n    use_common_build_dir = true\n');
  const found = briefReportOf(text.replace('"instance"', '"docker-autoscaler"'));
  assert.deepEqual(
    found.filter((each) => each.includes('use-common-build-dir')),
    [],
  );
});

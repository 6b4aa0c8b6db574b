/** Images for instances that run none. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { briefReportOf } from '../../findings';
import { scaled } from './scaled';

test('images that are allowed on instances that have none', () => {
  const before = scaled('  [runners.instance]\n    allowed_images = ["*"]\n');
  assert.deepEqual(briefReportOf(before), ['11 hint instance-allowed-images-without-isolation «allowed_images»']);
});

test('a table of isolation that does not say whether there is any has none', () => {
  const text = scaled(
    '    [runners.autoscaler.vm_isolation]\n      image = "vm"\n  [runners.instance]\n    allowed_images = ["*"]\n',
  );
  assert.deepEqual(
    briefReportOf(text).filter((each) => each.includes('allowed_images')),
    ['13 hint instance-allowed-images-without-isolation «allowed_images»'],
  );
});

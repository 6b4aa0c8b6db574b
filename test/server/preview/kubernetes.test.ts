/** Pods as a real runner sent them, one test a record. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { counted } from '../../counted';
import { previewed, recorded, skip } from './recorded';

/** What is not previewed, with the reason. */
const left: ReadonlyMap<string, string> = new Map([
  ['ff-suspend-honor', 'environments that GitLab wants kept are not previewed'],
  ['ff-suspend-keys', 'environments that GitLab wants kept are not previewed'],
  ['ff-suspend-builds-volume-error', 'environments that GitLab wants kept are not previewed'],
  ['ff-suspend-no-id-error', 'environments that GitLab wants kept are not previewed'],
  ['pod-spec-bad-yaml-error', 'the words for a fault of YAML are those of our library'],
]);

describe('pods as a runner sent them', { skip }, () => {
  const all = recorded('kubernetes.jsonl').filter(({ error }) => !error?.startsWith('load: '));
  test('there are many', () => {
    counted(all, 300);
  });
  for (const { name, toml, job, pod, error, extra = [] } of all) {
    test(name, { skip: left.get(name) ?? false }, () => {
      const made = previewed(toml, job);
      // A pod that is sent once more after a failure is not of the preview.
      const objects = extra.filter(({ body }) => body.kind !== 'Pod');
      assert.equal(made.error, error);
      assert.deepEqual(made.pod, pod);
      if (error === undefined) assert.deepEqual(made.objects, objects);
    });
  }
});

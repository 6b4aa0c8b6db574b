import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesByPath } from '../../../server/check/rules-by-path';

const any = { name: 'any' };
const image = { name: 'image', on: ['docker.image', 'kubernetes.image'] };
const docker = { name: 'docker', on: ['docker.image'] };
const last = { name: 'last' };
const rulesAt = rulesByPath<{ readonly name: string; readonly on?: readonly string[] }>([any, image, docker, last]);

test('rules about some paths are there for those alone, in the order of all', () => {
  assert.deepEqual(rulesAt('docker.image'), [any, image, docker, last]);
  assert.deepEqual(rulesAt('kubernetes.image'), [any, image, last]);
  assert.deepEqual(rulesAt('docker.host'), [any, last]);
});

test('a key that the schema does not know has the rules about any', () =>
  assert.deepEqual(rulesAt(undefined), [any, last]));

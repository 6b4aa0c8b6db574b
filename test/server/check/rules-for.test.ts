import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesFor } from '../../../server/check/rules-for';
import { loadSchema } from '../../../server/schema/schema';
import type { KeySchema } from '../../../server/schema/types';

interface Named {
  readonly name: string;
  readonly on?: readonly string[];
  concerns?(schema: KeySchema | undefined): boolean;
}

const any: Named = { name: 'any' };
const image: Named = { name: 'image', on: ['runners[].docker.image', 'runners[].kubernetes.image'] };
const docker: Named = { name: 'docker', on: ['runners[].docker.image'] };
const booleans: Named = { name: 'booleans', concerns: (key) => key?.kind === 'boolean' };
const unknown: Named = { name: 'unknown', concerns: (key) => key === undefined };
const rulesAt = rulesFor<Named>([any, image, docker, booleans, unknown]);
const at = (path: string) => rulesAt(loadSchema().byPath(path)).map(({ name }) => name);

test('rules about some paths are there for those alone, in the order of all', () => {
  assert.deepEqual(at('runners[].docker.image'), ['any', 'image', 'docker']);
  assert.deepEqual(at('runners[].kubernetes.image'), ['any', 'image']);
  assert.deepEqual(at('runners[].docker.host'), ['any']);
});

test('and those that a key concerns by what it is', () =>
  assert.deepEqual(at('runners[].docker.privileged'), ['any', 'booleans']));

test('a key that the schema does not know has the rules about any and about such', () =>
  assert.deepEqual(
    rulesAt(undefined).map(({ name }) => name),
    ['any', 'unknown'],
  ));

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindText } from '../../../scripts/schema-update/compare';
import { type Edit, smallRunner } from './small-runner';

const keyOf = (path: string, ...edits: Edit[]) => smallRunner(...edits).keys.get(path);

test('the keys: tags, else field names; embedded structs flattened; no `-`, nothing unexported', () => {
  assert.deepEqual(
    [...smallRunner().keys.values()].map((key) => `${key.path}: ${kindText(key)}`),
    [
      'concurrent: integer',
      'connection_max_age: duration',
      'runners[]: array-of-tables',
      'runners[].name: string',
      'runners[].docker: table',
      'runners[].docker.pull_policy: string-or-array of string',
      'runners[].docker.sysctls: map of string',
      'runners[].docker.services[]: array-of-tables',
      'runners[].docker.services[].name: string',
      'runners[].docker.services[].Inner: table',
      'runners[].docker.cap: array of string',
      'runners[].docker.host: string',
      'runners[].machine: table',
      'runners[].machine.IdleCount: integer',
      'runners[].machine.IdleTime: integer of 32 bits',
    ],
  );
});

test('a comment says that a key is deprecated', () => {
  const { keys } = smallRunner();
  assert.deepEqual(
    [...keys.values()].filter(({ deprecated }) => deprecated).map(({ path }) => path),
    ['runners[].machine.IdleTime'],
  );
});

test('a key without a tag is matched by the name of its field', () => {
  assert.equal(keyOf('runners[].machine.IdleCount')?.match, 'field-name');
  assert.equal(keyOf('runners[].name')?.match, 'tag');
});

test('options and variables of the registration', () => {
  const of = (path: string) => [keyOf(path)?.flag, keyOf(path)?.env];
  assert.deepEqual(of('runners[].name'), ['--description', 'RUNNER_NAME']);
  assert.deepEqual(of('runners[].docker.pull_policy'), ['--docker-pull-policy', 'DOCKER_PULL_POLICY']);
  assert.deepEqual(of('runners[].docker.host'), ['--docker-host', undefined]);
  assert.deepEqual(of('runners[].docker.cap'), ['--docker-cap', 'DOCKER_CAP']);
  assert.deepEqual(of('runners[].docker.sysctls'), [undefined, undefined]);
  assert.deepEqual(of('concurrent'), [undefined, undefined]);
});

test('a default comes from the constant that default-constants.json names', () => {
  assert.equal(keyOf('connection_max_age')?.default, 900e9);
  assert.equal(keyOf('concurrent')?.default, undefined);
  const { doubts } = smallRunner(['common/config.go', 'const DefaultConnectionMaxAge', 'const DefaultMaxAge']);
  assert.deepEqual(doubts, [
    'connection_max_age: its default was the constant common.DefaultConnectionMaxAge, which cannot be read',
  ]);
});

test('a type that reads itself, or comes from elsewhere, is a doubt until go-types.json says how', () => {
  const { doubts } = smallRunner(
    [
      'common/config.go',
      'type Service struct',
      'func (s *Service) UnmarshalText(text []byte) error { return nil }\n\ntype Service struct',
    ],
    ['common/config.go', 'api.Capability ', 'api.Protocol '],
  );
  assert.deepEqual(
    doubts.map((doubt) => doubt.replace(/:\d+\)/, ')')),
    [
      'runners[].docker.services (common/config.go): common.Service reads its value with code of its own; say how in go-types.json',
      'runners[].docker.cap (common/config.go): no kind for k8s.io/api/core/v1.Protocol in go-types.json',
    ],
  );
});

test('the feature flags, without the one for tests', () => {
  assert.deepEqual(
    [...smallRunner().flags.values()],
    [{ name: 'FF_USE_FASTZIP', default: true, deprecated: true, toBeRemovedWith: '20.7' }],
  );
});

test('what is released comes from the changelog, whatever stands first in it', () => {
  assert.equal(smallRunner().released, '20.0');
  assert.equal(smallRunner(['CHANGELOG.md', '## v20.0.0', '## v20.1.0']).released, '20.1');
});

test('the version comes from VERSION', () => {
  assert.equal(smallRunner().version, '20.1');
  assert.equal(smallRunner(['VERSION', '20.1.0', 'v20.2.0-rc1']).version, '20.2');
  assert.throws(() => smallRunner(['VERSION', '20.1.0', 'main']), /holds no version but "main"/);
});

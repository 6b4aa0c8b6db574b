import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validate } from '../../../server/schema/validate';

const keywords = (definition: string, instance: unknown) =>
  validate(definition, instance).map((problem) => `${problem.instancePath} ${problem.keyword}`.trim());

test('a value of the right type has no problem', () => {
  assert.deepEqual(validate('string', 'x'), []);
  assert.deepEqual(validate('float', 1), []);
  assert.deepEqual(validate('any-map', { region: 'eu', sizes: [1, null] }), []);
});

test('one cause, one problem', () => {
  assert.deepEqual(validate('executor', 7), [{ instancePath: '', keyword: 'type', params: { type: 'string' } }]);
  assert.deepEqual(keywords('executor', 'dokcer'), ['enum']);
  assert.deepEqual(keywords('docker_pull_policy-or-array', 7), ['type']);
});

test('a problem inside a list or a map names its place as a JSON pointer', () => {
  assert.deepEqual(keywords('string-array', ['x', 1, true]), ['/1 type', '/2 type']);
  assert.deepEqual(keywords('boolean-map', { 'FF/X': 'true' }), ['/FF~1X type']);
  assert.deepEqual(keywords('docker_pull_policy-or-array', ['always', 'sometimes']), ['/1 enum']);
});

test('a refused name in a map is one problem, at the map', () => {
  assert.deepEqual(validate('labels', { 'a b': 'x' }), [
    { instancePath: '', keyword: 'propertyNames', params: { propertyName: 'a b' } },
  ]);
  assert.deepEqual(keywords('docker_log_option_keys-map', { tag: 'x' }), ['propertyNames']);
});

test('labels are refused as the runner refuses them', () => {
  assert.deepEqual(validate('labels', { team: 'infra' }), []);
  assert.deepEqual(keywords('labels', { team: 'a b!' }), ['/team pattern']);
  assert.deepEqual(keywords('labels', { ab: 'x' }), ['propertyNames']);
  const tooMany = Object.fromEntries(Array.from({ length: 33 }, (_, index) => [`label${index}`, 'x']));
  assert.deepEqual(keywords('labels', tooMany), ['maxProperties']);
});

test('an enumeration that ignores case takes any case', () => {
  for (const value of ['info', 'WARN', 'Info']) assert.deepEqual(validate('log_level', value), [], value);
  for (const value of ['verbose', 'err', 'warn ', ''])
    assert.deepEqual(keywords('log_level', value), ['pattern'], value);
  assert.deepEqual(keywords('log_format', 'JSON'), ['enum']);
});

test('an empty text counts as unset where the runner cannot tell the two apart', () => {
  assert.deepEqual(validate('cache_type', ''), []);
  assert.deepEqual(validate('kubernetes_dns_policy', ''), []);
  assert.deepEqual(keywords('executor', ''), ['enum']);
  assert.deepEqual(keywords('docker_pull_policy-or-array', ''), ['pattern']);
});

test('an open enumeration takes any text', () => {
  assert.deepEqual(validate('helper_image_flavor', 'alpine3.99'), []);
  assert.deepEqual(keywords('helper_image_flavor', 3), ['type']);
});

test('numbers are refused beyond what the runner can hold', () => {
  assert.deepEqual(keywords('int32', 2 ** 31), ['maximum']);
  assert.deepEqual(keywords('float', 2 ** 63), ['maximum']);
  assert.deepEqual(validate('integer', 2 ** 63), []);
});

test('a datetime is RFC 3339 or a local form of TOML', () => {
  const forms = [
    '2026-01-01T10:00:00Z',
    '2026-01-01 10:00:00.5+02:00',
    '2026-01-01T10:00:00',
    '2026-01-01',
    '10:00:00',
  ];
  for (const value of forms) assert.deepEqual(validate('datetime', value), [], value);
  for (const value of ['', 'tomorrow', '01.02.2026']) assert.deepEqual(keywords('datetime', value), ['pattern'], value);
});

test('MachineOptionsWithName must have a place for the name', () => {
  assert.deepEqual(validate('string-array-with-s', ['engine-label=%s']), []);
  assert.deepEqual(keywords('string-array-with-s', ['engine-label']), ['/0 pattern']);
});

test('an unknown definition is a mistake of the caller', () => {
  assert.throws(() => validate('no-such', 1), /no definition no-such/);
  assert.throws(() => validate('toString', 1), /no definition toString/);
});

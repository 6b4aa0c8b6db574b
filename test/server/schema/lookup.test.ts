import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold } from '../../../server/schema/lookup';
import { loadSchema } from '../../../server/schema/schema';
import type { KeySchema } from '../../../server/schema/types';

const schema = loadSchema();
const table = (path: string): KeySchema => schema.byPath(path) ?? assert.fail(path);

test('a key is found to the letter, else ignoring case', () => {
  assert.deepEqual(schema.find(schema.root, 'concurrent'), { schema: table('concurrent'), exact: true });
  assert.deepEqual(schema.find(schema.root, 'Concurrent'), { schema: table('concurrent'), exact: false });
  assert.equal(schema.find(schema.root, 'concurent'), undefined);
  const s3 = table('runners[].cache.s3');
  assert.equal(schema.find(s3, 'serveraddress')?.schema.name, 'ServerAddress');
  assert.equal(schema.find(s3, 'server_address'), undefined);
});

test('case is ignored as Go ignores it: the long s is an s, the Kelvin sign a k', () => {
  const docker = table('runners[].docker');
  assert.equal(schema.find(docker, 'volumeſ')?.schema.name, 'volumes');
  assert.equal(schema.find(docker, 'networ\u212A_mode')?.schema.name, 'network_mode');
  assert.equal(fold('ſ\u212AS'), 'sks');
});

test('no two keys of a table differ only in case', () => {
  for (const parent of [schema.root, ...schema.keys]) {
    const names = [...parent.children.keys()].map(fold);
    assert.equal(new Set(names).size, names.length, parent.path);
  }
});

test('the keys of an nfs volume are matched to the letter', () => {
  const volume = table('runners[].kubernetes.volumes.nfs[]');
  assert.equal(schema.find(volume, 'server')?.exact, true);
  assert.equal(schema.find(volume, 'Server'), undefined);
  assert.equal(schema.keys.filter((key) => !key.caseInsensitive).length, 6);
});

test('the names in a map are the user`s', () => {
  assert.equal(schema.find(table('runners[].docker.sysctls'), 'net.ipv4.ip_forward'), undefined);
  assert.equal(schema.find(table('runners[].autoscaler.plugin_config'), 'name'), undefined);
});

test('at walks through tables and arrays of tables', () => {
  const path = (...names: string[]) => schema.at(names)?.path;
  assert.equal(path('runners'), 'runners[]');
  assert.equal(path('runners', 'docker', 'image'), 'runners[].docker.image');
  assert.equal(path('Runners', 'DOCKER', 'Image'), 'runners[].docker.image');
  assert.equal(path('runners', 'kubernetes', 'volumes', 'pvc', 'name'), 'runners[].kubernetes.volumes.pvc[].name');
  assert.equal(path('runners', 'docker', 'imag'), undefined);
  assert.equal(schema.at([]), schema.root);
});

test('at knows nothing below a value or a map', () => {
  assert.equal(schema.at(['runners', 'docker', 'image', 'name']), undefined);
  assert.equal(schema.at(['runners', 'feature_flags'])?.kind, 'map');
  assert.equal(schema.at(['runners', 'feature_flags', 'FF_NETWORK_PER_BUILD']), undefined);
  assert.equal(schema.at(['runners', 'autoscaler', 'plugin_config', 'region', 'zone']), undefined);
});

test('named lists a key wherever it belongs', () => {
  const paths = schema.named('Privileged').map((key) => key.path);
  assert.deepEqual(paths, [
    'runners[].docker.privileged',
    'runners[].kubernetes.build_container_security_context.privileged',
    'runners[].kubernetes.helper_container_security_context.privileged',
    'runners[].kubernetes.init_permissions_container_security_context.privileged',
    'runners[].kubernetes.privileged',
    'runners[].kubernetes.service_container_security_context.privileged',
  ]);
  assert.deepEqual(schema.named('no_such_key'), []);
});

test('a removed key is found, and is not a live one', () => {
  const runner = table('runners[]');
  const script = schema.findRemoved(runner, 'pre_clone_script');
  assert.deepEqual(
    [script?.removed, script?.deprecatedSince, script?.replacedBy],
    ['17.0', '15.9', ['runners[].pre_get_sources_script']],
  );
  assert.equal(schema.findRemoved(runner, 'Pre_Clone_Script'), script);
  assert.equal(schema.find(runner, 'pre_clone_script'), undefined);
  assert.equal(schema.findRemoved(runner, 'pre_build_script'), undefined);
  assert.equal(schema.findRemoved(schema.root, 'metrics_server')?.removed, '12.0');
  assert.deepEqual(
    schema.removedKeys.filter((key) => key.accidental).map((key) => key.path),
    ['Loaded', 'ModTime'],
  );
});

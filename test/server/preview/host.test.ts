/** What a job gets that runs in no container. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isObject, type JsonObject } from '../../../server/preview/json';
import { ordinaryJob } from '../../../server/preview/ordinary-job';
import { originOf } from '../../../server/preview/origin';
import { previewed } from './recorded';

function hostOf(toml: string, variables: readonly string[] = []): { host: JsonObject; environment: JsonObject } {
  const executor = /executor = "(\w+)"/.exec(toml)?.[1];
  const { host, error } = previewed(toml, ordinaryJob({ variables }), executor);
  assert.ok(host && isObject(host.environment), error);
  return { host, environment: host.environment };
}

test('on the host: a login shell, directories beside the runner, one for each runner in it, and the variables', () => {
  const toml = '[[runners]]\ntoken = "glrt-abcdefghijklmnop"\nexecutor = "shell"\nenvironment = ["A=1"]\n';
  const { host, environment } = hostOf(toml, ['B=$A']);
  assert.deepEqual(host.command, ['bash', '-l']);
  assert.deepEqual(host.directories, {
    builds: '{pwd}/builds',
    cache: '{pwd}/cache',
    project: '{pwd}/builds/abcdefghi/0/my-group/my-app',
  });
  assert.deepEqual(
    [environment.A, environment.B, environment.CI_PROJECT_DIR],
    ['1', '1', '{pwd}/builds/abcdefghi/0/my-group/my-app'],
  );
  assert.equal(originOf(environment, 'A')?.by, 'key');
  assert.equal(originOf(environment, 'B')?.by, 'variable');
});

test('on another host: relative to the home there, or where the keys say', () => {
  const toml = '[[runners]]\nexecutor = "ssh"\nshell = "sh"\nbuilds_dir = "/b"\n';
  const { host } = hostOf(toml);
  assert.deepEqual(host.command, ['sh', '-l']);
  assert.ok(isObject(host.directories));
  assert.deepEqual([host.directories.builds, host.directories.cache], ['/b', 'cache']);
});

test('by programs: each stage, and variables with a prefix', () => {
  const toml =
    '[[runners]]\nexecutor = "custom"\nbuilds_dir = "/b"\n[runners.custom]\nrun_exec = "/run.sh"\nrun_args = ["x"]\n';
  const { host, environment } = hostOf(toml, ['B=1']);
  assert.deepEqual([host.config, host.run], [undefined, ['/run.sh', 'x']]);
  assert.equal(environment.CUSTOM_ENV_B, '1');
  assert.deepEqual(host.directories, { builds: '/b', project: '/b/my-group/my-app' });
});

test('a shell that is none fails the job, at its key', () => {
  const { error, cause } = previewed('[[runners]]\nexecutor = "shell"\nshell = "fish"\n', ordinaryJob({}), 'shell');
  assert.match(error ?? '', /shell fish not found/);
  assert.equal(cause?.by, 'key');
});

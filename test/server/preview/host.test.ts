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

test('on an instance of an autoscaler: a shell, and one place for all projects only where each job has one for itself', () => {
  const toml = (more: string) => `[[runners]]\ntoken = "glrt-abcdefghijklmnop"\nexecutor = "instance"\n${more}`;
  const place = (more: string) => {
    const { host } = hostOf(toml(more));
    assert.ok(isObject(host.directories));
    return host.directories.project;
  };
  const common = '[runners.instance]\nuse_common_build_dir = true\n';
  assert.deepEqual(hostOf(toml('')).host.command, ['bash']);
  assert.equal(place(''), 'builds/abcdefghi/0/my-group/my-app');
  assert.equal(place(common), 'builds/abcdefghi/0/my-group/my-app');
  assert.equal(place(`${common}[runners.autoscaler]\nmax_use_count = 1\n`), 'builds/my-group/my-app');
  assert.equal(place(`${common}[runners.autoscaler.vm_isolation]\nenabled = true\n`), 'builds/my-group/my-app');
});

for (const [executor, name] of [
  ['virtualbox', 'VirtualBox'],
  ['parallels', 'Parallels'],
] as const) {
  const head = `[[runners]]\ntoken = "glrt-abcdefghijklmnop"\nexecutor = "${executor}"\n`;
  const machine = `[runners.${executor}]\nbase_name = "vm"\n`;
  const failure = (toml: string, image = '') => previewed(toml, ordinaryJob({ image }), executor).error ?? '';

  test(`in a machine of ${name}: which one it is made of, a login shell, and directories of the project alone`, () => {
    const { host } = hostOf(`${head}${machine}[runners.ssh]\n`);
    assert.deepEqual([host.virtual_machine, host.command], ['vm', ['bash', '-l']]);
    assert.deepEqual(host.directories, { builds: 'builds', cache: 'cache', project: 'builds/my-group/my-app' });
  });

  test(`the machine of ${name} that a job asks for, where it may`, () => {
    const base = (allowed: string, image: string) => {
      const toml = `${head}${machine}${allowed}[runners.ssh]\n`;
      return previewed(toml, ordinaryJob({ image }), executor).host?.virtual_machine;
    };
    assert.equal(base('', 'mac'), 'vm');
    assert.equal(base('allowed_images = ["^m"]\n', 'mac'), 'mac');
    assert.equal(base('allowed_images = ["^m"]\n', 'vm'), 'vm');
    assert.match(failure(`${head}${machine}allowed_images = ["^m"]\n[runners.ssh]\n`, 'win'), /invalid image/);
    assert.match(failure(`${head}${machine}allowed_images = ["("]\n[runners.ssh]\n`, 'win'), /invalid regexp pattern/);
  });

  test(`what a job of ${name} cannot do without`, () => {
    assert.match(failure(head), new RegExp(`missing ${name} configuration`));
    assert.match(failure(`${head}[runners.${executor}]\n[runners.ssh]\n`), /missing BaseName setting/);
    assert.match(failure(`${head}${machine}`), /missing SSH config/);
  });
}

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

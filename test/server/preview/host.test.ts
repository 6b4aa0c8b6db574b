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
  const toml = '[[runners]]\nexecutor = "ssh"\nshell = "sh"\nbuilds_dir = "/b"\n[runners.ssh]\n';
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
  const isolated = `${common}[runners.autoscaler.vm_isolation]\nenabled = true\nimage = "base-$A"\n`;
  assert.equal(place(isolated), 'builds/my-group/my-app');
});

// executors/instance/instance.go (Prepare) and executors/internal/autoscaler/acquisition.go (createVMTunnel)
test('on an instance that isolates jobs: the machine in it is that of the job, where it may, or the configured one', () => {
  const toml = (image: string, more = '') =>
    `[[runners]]\nexecutor = "instance"\n[runners.instance]\n${more}[runners.autoscaler.vm_isolation]\nenabled = true\n${image}`;
  const isolated = (text: string, image = '') =>
    previewed(text, ordinaryJob({ image, variables: ['A=1'] }), 'instance');
  assert.equal(isolated(toml('image = "base-$A"\n')).host?.virtual_machine, 'base-1');
  assert.equal(isolated(toml('image = "base"\n'), 'job-$A').host?.virtual_machine, 'job-1');
  assert.match(isolated(toml('')).error ?? '', /no nesting VM image specified/);
  const allowed = 'allowed_images = ["job-*"]\n';
  assert.equal(isolated(toml('', allowed), 'job-1').host?.virtual_machine, 'job-1');
  // Nobody asks whether the configured one is allowed, and the job's is refused even where it is the same.
  assert.match(isolated(toml('image = "base"\n', allowed), 'base').error ?? '', /disallowed image/);
  assert.equal(isolated(toml('image = "base"\n', allowed)).host?.virtual_machine, 'base');
  // Without isolation it is passed over.
  const open = toml('', allowed).replace('true', 'false');
  assert.deepEqual(
    [isolated(open, 'base').error, isolated(open, 'base').host?.virtual_machine],
    [undefined, undefined],
  );
});

// executors/ssh/ssh.go, Prepare
test('what a job on another host cannot do without', () => {
  assert.match(
    previewed('[[runners]]\nexecutor = "ssh"\n', ordinaryJob({}), 'ssh').error ?? '',
    /missing SSH configuration/,
  );
});

// passAsFile and fileCmdArgs in shells/powershell.go, shellScriptArgs in executors/shell/shell.go
test('PowerShell gets the script by its standard input, and on the host in a file where a flag says so', () => {
  const command = (executor: string, more = '') =>
    hostOf(`[[runners]]\nexecutor = "${executor}"\nshell = "powershell"\n${more}[runners.ssh]\n`).host.command;
  const flag = '[runners.feature_flags]\nFF_DISABLE_POWERSHELL_STDIN = true\n';
  const byInput = command('shell');
  assert.ok(Array.isArray(byInput));
  assert.deepEqual([byInput[0], ...byInput.slice(-2)], ['powershell', '-Command', '-']);
  assert.deepEqual(command('ssh', flag), byInput);
  assert.deepEqual(
    command('shell', flag),
    'powershell -NoProfile -NonInteractive -ExecutionPolicy Bypass -File {script}'.split(' '),
  );
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

// executors/custom/custom.go (Run, prepareCommand) and executors/custom/command/command.go (New)
test('by programs: each stage, variables with a prefix, and those that are for the programs', () => {
  const toml =
    '[[runners]]\nexecutor = "custom"\nbuilds_dir = "/b"\ncache_dir = "/c"\n[runners.custom]\nrun_exec = "/run.sh"\nrun_args = ["x"]\ncleanup_exec = "/end.sh"\n';
  const { host, environment } = hostOf(toml, ['B=1']);
  assert.deepEqual(
    [host.config, host.run, host.cleanup],
    [undefined, ['/run.sh', 'x', '{script}', '{stage}'], ['/end.sh']],
  );
  assert.equal(environment.CUSTOM_ENV_B, '1');
  assert.deepEqual(
    [environment.BUILD_FAILURE_EXIT_CODE, environment.SYSTEM_FAILURE_EXIT_CODE, environment.JOB_RESPONSE_FILE],
    ['1', '2', '{tmp}/response.json'],
  );
  assert.deepEqual(host.directories, { builds: '/b', cache: '/c', project: '/b/my-group/my-app' });
});

// executors/custom/custom.go (getCIJobServicesEnv)
test('by programs: the services of the job as JSON, which nobody else starts', () => {
  const toml =
    '[[runners]]\nexecutor = "custom"\nbuilds_dir = "/b"\ncache_dir = "/c"\n[runners.custom]\nrun_exec = "/run.sh"\n';
  const servicesOf = (services: ({ name: string } & JsonObject)[]) => {
    const { host } = previewed(toml, ordinaryJob({ services, variables: ['A=1'] }), 'custom');
    assert.ok(host && isObject(host.environment));
    return host.environment.CUSTOM_ENV_CI_JOB_SERVICES;
  };
  assert.equal(servicesOf([]), '');
  const variables = [
    { key: 'Z', value: '$A<' },
    { key: 'B', value: 'b' },
  ];
  assert.equal(
    servicesOf([
      { name: 'redis:7', alias: 'a, b', command: ['x'] },
      { name: 'mysql', variables },
    ]),
    '[{"name":"redis:7","alias":"a","entrypoint":null,"command":["x"]},' +
      '{"name":"mysql","alias":"","entrypoint":null,"command":null,"variables":{"B":"b","Z":"1\\u003c"}}]',
  );
});

// executors/custom/custom.go (prepareConfig), StartBuild in common/build.go
test('what a job of the custom executor cannot do without, unless a program says it', () => {
  const failure = (runner: string, custom: string) =>
    previewed(`[[runners]]\nexecutor = "custom"\n${runner}${custom}`, ordinaryJob({}), 'custom').error;
  const run = '[runners.custom]\nrun_exec = "/run.sh"\n';
  assert.match(failure('', '') ?? '', /custom executor not configured/);
  assert.match(failure('', '[runners.custom]\nprepare_exec = "/p.sh"\n') ?? '', /custom executor is missing RunExec/);
  assert.match(failure('', run) ?? '', /the builds_dir is not configured/);
  assert.match(failure('builds_dir = "/b"\n', run) ?? '', /the cache_dir is not configured/);
  assert.equal(failure('', `${run}config_exec = "/config.sh"\n`), undefined);
});

test('a shell that is none fails the job, at its key', () => {
  const { error, cause } = previewed('[[runners]]\nexecutor = "shell"\nshell = "fish"\n', ordinaryJob({}), 'shell');
  assert.match(error ?? '', /shell fish not found/);
  assert.equal(cause?.by, 'key');
});

/** What `explain` prints of a log, and with which status it ends. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { run } from '../../../../server/command/command-line';

const folder = mkdtempSync(join(tmpdir(), 'explain-'));
after(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const explain = (log: string, ...options: string[]) => run(['explain', ...options, '-'], () => log);
const asJson = (log: string, ...options: string[]) => JSON.parse(explain(log, '--format', 'json', ...options).output);

const forbidden =
  'ERROR: Job failed (system failure): prepare environment: setting up credentials: secrets is forbidden: User "system:serviceaccount:gitlab:gitlab-runner" cannot create resource "secrets" in API group "" in the namespace "default".';

test('an error is printed with its line, the cure and the commands, and ends with 0', () => {
  const { status, output } = explain(`Preparing environment\n${forbidden}\n`);
  assert.equal(status, 0);
  assert.match(output, /^Line 2, the runner: k8s-forbidden-namespace\n/);
  assert.match(output, /\n {4}\[runners\.kubernetes\]\n {4}namespace = "gitlab"\n/);
  assert.match(output, /\n {4}kubectl create rolebinding gitlab-runner --namespace=default /);
});

test('the executor is said where the log tells it, and the JSON is as ever', () => {
  const log = `Preparing the "kubernetes" executor\n${forbidden}\n`;
  assert.match(explain(log).output, /\n {2}This happened with the executor kubernetes\.\n/);
  assert.doesNotMatch(explain(forbidden).output, /executor/);
  assert.deepEqual(Object.keys(asJson(log).errors[0]), Object.keys(asJson(forbidden).errors[0]));
});

test('the JSON has what programs need', () => {
  const { errors, verdict, ...rest } = asJson(forbidden);
  assert.deepEqual([verdict, rest, errors.length], ['runner', {}, 1]);
  const [{ message, commands, ...error }] = errors;
  assert.deepEqual(error, {
    id: 'k8s-forbidden-namespace',
    segment: 'runner',
    line: 0,
    text: forbidden,
    edits: [{ table: '[runners.kubernetes]', key: 'namespace', value: '"gitlab"', op: 'replace' }],
  });
  assert.match(message, /`gitlab-runner` of namespace `gitlab` may not create secrets in namespace `default`/);
  assert.equal(commands.length, 3);
});

test('a table, an item, a whole line to take out, and a key of the file are written as they are in the configuration', () => {
  const edits = (log: string) => asJson(log).errors[0].edits.map((edit: object) => Object.values(edit).slice(0, 4));
  assert.deepEqual(edits('Could not resolve host: a.example.com').slice(0, 2), [
    ['[[runners.kubernetes.host_aliases]]', 'ip/hostnames', '"<ip>" / ["a.example.com"]', 'append-table'],
    ['[runners.docker]', 'extra_hosts', '"a.example.com:<ip>"', 'append'],
  ]);
  assert.deepEqual(edits('unknown or invalid runtime name: nvidia'), [['[runners.docker]', 'runtime', '', 'remove']]);
  const none = "Current configuration 'concurrent = 0' means that no jobs will be processed";
  assert.deepEqual(edits(none), [['(root)', 'concurrent', '1', 'replace']]);
  assert.match(explain('Could not resolve host: a.example.com').output, /\n {4}or\n/);
});

test('of several executors each has its ways, and in the JSON each edit says of which it is', () => {
  const limit = 'toomanyrequests: You have reached your pull rate limit.';
  const { output } = explain(limit);
  const parts = ['With the executor kubernetes:', 'or', 'With the executor docker:', 'or', 'Pull with an account'];
  assert.match(output, new RegExp(parts.map((part) => `\\n +${part}`).join('[^]*')));
  const marks = (log: string) =>
    asJson(log).errors[0].edits.map(({ executor, choice }: Record<string, unknown>) => [executor, choice]);
  assert.deepEqual(marks(limit), [
    ['kubernetes', 1],
    ['docker', 1],
    ['kubernetes', 2],
    ['docker', 2],
  ]);
  assert.deepEqual(marks(`Preparing the "docker" executor\n${limit}`), [
    [undefined, 1],
    [undefined, 2],
  ]);
  assert.deepEqual(marks(forbidden), [[undefined, undefined]]);
});

test('a runner that the log names only has the executor that the configuration says of it', () => {
  const config = file(
    'two.toml',
    ['docker', 'kubernetes']
      .map(
        (executor) =>
          `[[runners]]\n  name = "${executor}-1"\n  token = "glrt-${executor.slice(0, 8)}0000"\n  executor = "${executor}"\n  [runners.${executor}]\n    image = "a"\n`,
      )
      .join(''),
  );
  const log = (name: string, token: string, error: string) =>
    `Running with gitlab-runner 17.5.3 (1)\n  on ${name} ${token}, system ID: s_1\nERROR: Job failed: ${error}\n`;
  const tables = (name: string, token: string, error = 'toomanyrequests: You have reached your pull rate limit.') => {
    const { edits, commands } = asJson(log(name, token, error), '--config', config).errors[0];
    return [new Set(edits.map(({ table }: { table: string }) => table)), commands.length] as const;
  };
  const ofDocker = [new Set(['[runners.docker]', '[[runners]]']), 0];
  const ofKubernetes = [new Set(['[runners.kubernetes]']), 1];
  assert.deepEqual(tables('docker-1', 'other000'), ofDocker);
  assert.deepEqual(tables('kubernetes-1', 'other000'), ofKubernetes);
  assert.deepEqual(tables('renamed', 'docker00'), ofDocker);
  assert.deepEqual(tables('renamed', 'kubernet'), ofKubernetes);
  // What another executor complains of is not cured in this one's table, nor in another runner's.
  assert.deepEqual(tables('docker-1', 'docker00', 'timed out waiting for pod to start'), [new Set(), 1]);
});

test('what is left to the user is said in the language of the rest', () => {
  const unauthorized = 'ERROR: Job failed (system failure): prepare environment: setting up credentials: Unauthorized';
  const config = file('open.toml', '[[runners]]\n  executor = "kubernetes"\n  [runners.kubernetes]\n');
  for (const [locale, token, namespace] of [
    ['en', '<new token of the service account>', '<namespace>'],
    ['zh-cn', '<服务账户的新令牌>', '<命名空间>'],
    ['zh-tw', '<服務帳戶的新權杖>', '<命名空間>'],
  ] as const) {
    for (const options of [[], ['--config', config]]) {
      const [error] = asJson(unauthorized, '--locale', locale, ...options).errors;
      assert.equal(error.edits[0].value, `"${token}"`);
      assert.equal(error.commands[0], `kubectl create namespace ${namespace}`);
    }
  }
});

for (const [what, log, verdict, words] of [
  ['a failing script', '$ make\nFAIL\nERROR: Job failed: exit code 2\n', 'script', /The script of the job failed/],
  ['a job that succeeded', '$ make\nJob succeeded\n', 'succeeded', /The job succeeded/],
  ['a text that is no log', 'hello\n', 'unknown', /No error of the runner/],
  [
    'an unknown error',
    'ERROR: Job failed (system failure): moon\n',
    'unknown',
    /Line 1 .*\n {2}ERROR: Job failed .*moon\n/,
  ],
] as const) {
  test(`${what} is said to be one, with nothing to change, and ends with 1`, () => {
    const { status, output } = explain(log);
    assert.equal(status, 1);
    assert.match(output, words);
    const json = asJson(log);
    assert.deepEqual([json.verdict, json.errors], [verdict, []]);
  });
}

test('commands are filled with what the configuration knows', () => {
  const unauthorized = 'ERROR: Job failed (system failure): prepare environment: setting up credentials: Unauthorized';
  const toml = '[[runners]]\n  executor = "kubernetes"\n  [runners.kubernetes]\n    namespace = "ci"\n';
  assert.match(explain(unauthorized).output, /create namespace <namespace>\n/);
  assert.match(explain(unauthorized, '--config', file('known.toml', toml)).output, /create namespace ci\n/);
});

test('what the configuration says already is left out, in TOML and in a block of YAML', () => {
  const toml = '[[runners]]\n  executor = "kubernetes"\n  [runners.kubernetes]\n    namespace = "NAME"\n';
  const yaml = `runners:\n  config: |\n${toml.replace(/^/gm, '    ')}\n`;
  for (const [name, text] of [
    ['config.toml', toml],
    ['values.yaml', yaml],
  ] as const) {
    const edits = (value: string) =>
      asJson(forbidden, '--config', file(name, text.replace('NAME', value))).errors[0].edits.length;
    assert.deepEqual([edits('gitlab'), edits('default')], [0, 1], name);
  }
});

test('the runner that the configuration is for has to know the key', () => {
  const config = file('old.toml', '[[runners]]\n  executor = "kubernetes"\n  [runners.kubernetes]\n');
  const log =
    'ERROR: Job failed (system failure): pod "a" is disrupted: reason "X"\ncontainer "helper" is in CrashLoopBackOff: exec format error';
  const keys = (version: string) =>
    asJson(log, '--config', config, '--runner-version', version).errors.flatMap(
      ({ edits }: { edits: { key: string }[] }) => edits.map(({ key }) => key),
    );
  assert.ok(keys('17.0').includes('helper_image_autoset_arch_and_os'));
  assert.ok(!keys('14.0').includes('helper_image_autoset_arch_and_os'));
});

test('a log or configuration that is not there, and a folder, end with 2', () => {
  for (const args of [
    ['explain', join(folder, 'none.log')],
    ['explain', folder],
    ['explain', '--config', join(folder, 'none.toml'), '-'],
    ['explain', '--config', folder, '-'],
  ]) {
    const { status, output, complaint } = run(args, () => '');
    assert.deepEqual([status, output], [2, ''], args.join(' '));
    assert.match(complaint ?? '', /^gitlab-runner-config: /);
  }
});

test('a log that orders the terminal about is printed as text', () => {
  assert.ok(!explain('Could not resolve host: a\x1b[2J\u202eb\u0007').output.includes('\u0007'));
});

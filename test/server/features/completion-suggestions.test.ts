import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accepted, labels } from './completing';

const runner = (lines: string) => `[[runners]]\n  name = "a"\n  url = "https://a.org"\n  token = "t"\n${lines}`;
const docker = (line: string) => runner(`  executor = "docker"\n  [runners.docker]\n    image = "x"\n    ${line}\n`);
const kubernetes = (lines: string) => runner(`  executor = "kubernetes"\n  [runners.kubernetes]\n${lines}`);

test('values of keys that take any text, the usual ones first', () => {
  assert.deepEqual(labels(docker('network_mode = |')).slice(0, 3), ['bridge', 'host', 'none']);
  assert.equal(accepted(docker('gpus = |'), 'all'), docker('gpus = "all"'));
  assert.equal(labels('[[runners]]\n  url = |\n')[0], 'https://gitlab.com/');
  assert.deepEqual(labels(docker('volumes = ["/cache", "|"]')), [
    '/var/run/docker.sock:/var/run/docker.sock',
    '/certs/client',
  ]);
  assert.equal(accepted(docker('volumes = |'), '/cache'), docker('volumes = ["/cache"]'));
});

test('capabilities, and all of them first where they are dropped', () => {
  for (const table of ['docker', 'kubernetes']) {
    const at = (key: string) =>
      labels(`[[runners]]\n  executor = "${table}"\n  [runners.${table}]\n    ${key} = ["|"]\n`);
    assert.ok(at('cap_add').includes('NET_ADMIN'));
    assert.equal(at('cap_add').at(-1), 'ALL');
    assert.equal(at('cap_drop')[0], 'ALL');
    assert.equal(new Set(at('cap_add')).size, 42);
  }
  for (const part of ['build', 'helper', 'service', 'init_permissions']) {
    const at = (key: string) =>
      labels(
        kubernetes(`    [runners.kubernetes.${part}_container_security_context.capabilities]\n      ${key} = ["|"]\n`),
      );
    assert.equal(at('add')[0], 'NET_ADMIN');
    assert.equal(at('drop')[0], 'ALL');
  }
});

test("what containers share with the machine, and GitLab's own plugins", () => {
  assert.deepEqual(labels(docker('userns_mode = "|"')), ['host']);
  assert.deepEqual(labels(docker('pid_mode = |')), ['host']);
  assert.ok(labels(docker('ipcmode = |')).includes('shareable'));
  for (const key of ['security_opt', 'services_security_opt'])
    assert.ok(labels(docker(`${key} = ["|"]`)).includes('seccomp=unconfined'));
  const plugin = runner(
    '  executor = "docker-autoscaler"\n  [runners.docker]\n    image = "x"\n  [runners.autoscaler]\n    |\n',
  );
  assert.equal(labels(plugin.replace('|', 'plugin = "|"'))[0], 'aws:latest');
});

test('variables that people set come before the flags, each once, and the flags by use', () => {
  const found = labels('[[runners]]\n  environment = ["DOCKER_TLS_CERTDIR=", "|"]\n');
  const names = found.map((label) => label.split('=')[0] ?? '');
  assert.ok(!names.includes('DOCKER_TLS_CERTDIR'));
  for (const name of ['DOCKER_AUTH_CONFIG', 'GIT_STRATEGY', 'GIT_DEPTH', 'HTTPS_PROXY', 'NO_PROXY', 'no_proxy'])
    assert.ok(names.includes(name), name);
  const flags = names.filter((name) => name.startsWith('FF_'));
  assert.ok(names.indexOf('NO_PROXY') < names.indexOf(flags[0] ?? ''));
  const used = ['FF_TIMESTAMPS', 'FF_NETWORK_PER_BUILD', 'FF_CLEAN_UP_FAILED_CACHE_EXTRACT'];
  assert.deepEqual(
    used.map((name) => flags.indexOf(name)),
    used.map((name) => flags.indexOf(name)).sort((a, b) => a - b),
  );
  const table = labels('[[runners]]\n  [runners.feature_flags]\n    |\n');
  assert.ok(table.indexOf('FF_NETWORK_PER_BUILD') < table.indexOf('FF_CLEAN_UP_FAILED_CACHE_EXTRACT'));
});

test('a registry login is JSON in a string', () => {
  const text = runner('  executor = "shell"\n  environment = [|]\n');
  assert.ok(accepted(text, 'DOCKER_AUTH_CONFIG={"auths":{}}').includes(`['DOCKER_AUTH_CONFIG={"auths":{}}']`));
});

test('labels of nodes and pods, with what they may be', () => {
  const text = kubernetes('    [runners.kubernetes.node_selector]\n      |\n');
  assert.equal(labels(text)[0], 'kubernetes.io/os');
  assert.match(accepted(text, 'kubernetes.io/arch'), /"kubernetes\.io\/arch" = "amd64"\n/);
  const values = kubernetes('    [runners.kubernetes.node_selector]\n      "kubernetes.io/arch" = "|"\n');
  assert.deepEqual(labels(values).slice(0, 2), ['amd64', 'arm64']);
  assert.ok(labels(kubernetes('    [runners.kubernetes.pod_labels]\n      |\n')).includes('app.kubernetes.io/name'));
});

for (const [plugin, key, written] of [
  ['aws', 'config_file', 'config_file = ""'],
  ['fleeting-plugin-googlecloud', 'project', 'project = ""'],
  ['registry.gitlab.com/gitlab-org/fleeting/plugins/azure:1.0', 'subscription_id', 'subscription_id = ""'],
  ['hetznercloud/fleeting-plugin-hetzner:latest', 'server_type', 'server_type'],
] as const) {
  test(`the keys of the plugin ${plugin}`, () => {
    const above = runner(
      `  executor = "docker-autoscaler"\n  [runners.docker]\n    image = "x"\n  [runners.autoscaler]\n    plugin = "${plugin}"\n`,
    );
    const table = `${above}    [runners.autoscaler.plugin_config]\n      `;
    assert.equal(labels(`${table}|\n`)[0], 'name');
    assert.ok(accepted(`${table}name = "a"\n      |\n`, key).includes(written));
    assert.ok(!labels(`${table}NAME = "a"\n      |\n`).includes('name'), 'the plugin ignores case');
    assert.ok(labels(`${above}    plugin_config = { | }\n`).includes(key));
  });
}

test('of a plugin that nobody knows no key is guessed', () => {
  assert.deepEqual(
    labels(
      '[[runners]]\n  [runners.autoscaler]\n    plugin = "own"\n    [runners.autoscaler.plugin_config]\n      |\n',
    ),
    [],
  );
});

test('what a container may use stands together, in the order of its use, also for a client that does not sort', () => {
  const found = labels(kubernetes('    |\n'));
  const at = found.indexOf('cpu_request');
  assert.ok(at >= 0 && at < 10);
  assert.deepEqual(found.slice(at, at + 4), ['cpu_request', 'cpu_limit', 'memory_request', 'memory_limit']);
});

test('kernel parameters of containers, in quotes for their dots, and not one that is there', () => {
  const text = docker('[runners.docker.sysctls]\n      "net.core.somaxconn" = "1024"\n      |');
  assert.equal(labels(text)[0], 'net.ipv4.ip_forward');
  assert.ok(!labels(text).includes('net.core.somaxconn'));
  assert.match(accepted(text, 'net.ipv4.ip_forward'), /"net\.ipv4\.ip_forward" = "1"\n/);
});

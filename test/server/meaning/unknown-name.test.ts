import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted } from '../../counted';
import { argumentAsData } from '../as-data';
import { findingsOf } from '../findings';

/** What is said of the first name in the last line of a text, as data: `code suggestion`. */
function saidOf(text: string): string {
  const { code, message } = findingsOf(text)
    .filter(({ code }) => /^(unknown|misplaced)-/.test(code))
    .at(-1) ?? { code: 'nothing', message: undefined };
  const { meant, home, tables } = message?.args ?? {};
  const suggestion = meant ?? home ?? tables;
  return suggestion === undefined ? code : `${code} ${argumentAsData(suggestion)}`;
}

const misspelled: Record<string, Record<string, string>> = {
  '': {
    concurent: 'concurrent',
    concurrency: 'concurrent',
    chek_interval: 'check_interval',
    'check-interval': 'check_interval',
    checkInterval: 'check_interval',
    loglevel: 'log_level',
    shutdown_timout: 'shutdown_timeout',
    sentry_dns: 'sentry_dsn',
    listen_adress: 'listen_address',
  },
  '[[runners]]': {
    nmae: 'name',
    ame: 'name',
    oken: 'token',
    ur: 'url',
    rl: 'url',
    imit: 'limit',
    ulr: 'url',
    uri: 'url',
    toekn: 'token',
    excutor: 'executor',
    shel: 'shell',
    limits: 'limit',
    build_dir: 'builds_dir',
    env: 'environment',
    enviroment: 'environment',
    pre_build_scripts: 'pre_build_script',
    clone_uri: 'clone_url',
    request_concurency: 'request_concurrency',
    runner_name: 'name',
    output_limits: 'output_limit',
  },
  '[runners.docker]': {
    img: 'image',
    mage: 'image',
    olumes: 'volumes',
    images: 'image',
    docker_image: 'image',
    previliged: 'privileged',
    priviledged: 'privileged',
    privilege: 'privileged',
    volume: 'volumes',
    pull_policies: 'pull_policy',
    pullPolicy: 'pull_policy',
    'pull-policy': 'pull_policy',
    helper_img: 'helper_image',
    extra_host: 'extra_hosts',
    network: 'network_mode',
    cpu: 'cpus',
    cap_drops: 'cap_drop',
    allowed_image: 'allowed_images',
    tls_verfiy: 'tls_verify',
    runtimes: 'runtime',
    wait_for_service_timeout: 'wait_for_services_timeout',
  },
  '[runners.kubernetes]': {
    imagePullSecrets: 'image_pull_secrets',
    image_pull_secret: 'image_pull_secrets',
    serviceAccount: 'service_account',
    service_account_name: 'service_account',
    name_space: 'namespace',
    cpu_limits: 'cpu_limit',
    memory_limits: 'memory_limit',
    cpu_requests: 'cpu_request',
    helper_img: 'helper_image',
    pool_timeout: 'poll_timeout',
    allow_privileged: 'privileged',
    bearer_tokens: 'bearer_token',
    nodeSelector: 'node_selector',
    image_pull_policy: 'pull_policy',
  },
  '[runners.kubernetes.pod_security_context]': {
    run_as_user_id: 'run_as_user',
    runAsUser: 'run_as_user',
    fsGroup: 'fs_group',
  },
  '[runners.cache]': { types: 'Type', share: 'Shared' },
  '[runners.cache.s3]': {
    bucket_name: 'BucketName',
    bucket: 'BucketName',
    AcessKey: 'AccessKey',
    access_key: 'AccessKey',
    server_address: 'ServerAddress',
    region: 'BucketLocation',
  },
};

for (const [table, names] of Object.entries(misspelled)) {
  test(`misspelled in ${table || 'the globals'}`, () => {
    for (const [name, meant] of counted(Object.entries(names))) {
      assert.equal(saidOf(`${inside(table)}${name} = "x"\n`), `unknown-key ${meant}`, name);
    }
  });
}

test('a name that is like no other gets no suggestion', () => {
  const names = {
    '': ['foo', 'version', 'debug', 'comment'],
    '[[runners]]': ['foo', 'bar', 'region', 'retries', 'timeout', 'tags'],
    '[runners.docker]': ['foo', 'command', 'ports', 'restart', 'build', 'cpus_limit', 'shm'],
    '[runners.kubernetes]': ['foo', 'replicas'],
  };
  for (const [table, list] of Object.entries(names)) {
    for (const name of counted(list))
      assert.equal(saidOf(`${inside(table)}${name} = "x"\n`), 'unknown-key', `${table} ${name}`);
  }
});

test('a key of a table around this one belongs there', () => {
  const inRunner = 'misplaced-key [[runners]]';
  for (const table of [
    '[runners.docker]',
    '[runners.cache]',
    '[runners.machine]',
    '[[runners.kubernetes.volumes.host_path]]',
  ]) {
    for (const pair of [
      'limit = 2',
      'environment = ["A=1"]',
      'builds_dir = "/b"',
      'shell = "sh"',
      'pre_build_script = "x"',
      'url = "u"',
    ]) {
      assert.equal(saidOf(`[[runners]]\n${table}\n${pair}\n`), inRunner, `${table} ${pair}`);
    }
    assert.equal(saidOf(`[[runners]]\n${table}\nconcurrent = 2\n`), 'misplaced-key top');
  }
});

test('a key of the executor belongs in its table', () => {
  const said = (executor: string, pair: string) => saidOf(`[[runners]]\nexecutor = "${executor}"\n${pair}\n`);
  assert.equal(said('docker', 'image = "x"'), 'misplaced-key [runners.docker]');
  assert.equal(said('kubernetes', 'image = "x"'), 'misplaced-key [runners.kubernetes]');
  assert.equal(said('docker', 'volumes = ["/c"]'), 'misplaced-key [runners.docker]');
  assert.equal(said('kubernetes', 'volumes = ["/c"]'), 'unknown-key');
  assert.equal(said('docker-autoscaler', 'capacity_per_instance = 1'), 'misplaced-key [runners.autoscaler]');
  assert.equal(
    said('kubernetes', 'host_aliases = [{ ip = "::1", hostnames = ["a"] }]'),
    'misplaced-key [runners.kubernetes]',
  );
  assert.equal(said('kubernetes', '[[runners.host_aliases]]'), 'unknown-table `[[runners.kubernetes.host_aliases]]`');
  assert.equal(said('docker', '[[runners.host_aliases]]'), 'unknown-table');
});

test('where the place is not certain it is not claimed', () => {
  assert.equal(saidOf('[[runners]]\nimage = "x"\n'), 'unknown-key');
  assert.equal(saidOf('[[runners]]\n[runners.virtualbox]\ntemplate_name = "x"\n'), 'unknown-key');
  assert.equal(saidOf('image = "x"\n'), 'unknown-key');
});

function inside(table: string): string {
  if (table === '') return '';
  return table === '[[runners]]' ? '[[runners]]\n' : `[[runners]]\n${table}\n`;
}

/** Configurations that are as they should be, or of which nobody can say: no rule about Docker has a word for them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Service } from '../../../../server/service';
import { counted } from '../../../counted';
import { briefReportOf } from '../../findings';
import { docker, runner } from './docker-runner';

const PRIVILEGED = 'privileged = true\nvolumes = ["/certs/client", "/cache"]';
const FLAG = '[runners.feature_flags]\n  FF_NETWORK_PER_BUILD = true';

const quiet: Readonly<Record<string, string>> = {
  'the least that a runner needs': docker(),
  'what the old `register` wrote': docker(
    'tls_verify = false\nprivileged = false\ndisable_entrypoint_overwrite = false\noom_kill_disable = false\ndisable_cache = false\nvolumes = ["/cache"]\nshm_size = 0',
  ),
  'Docker in Docker': docker(PRIVILEGED, 'name = "docker:27-dind"\nalias = "docker"'),
  'Docker in Docker for services alone': docker(
    'services_privileged = true\nallowed_privileged_services = ["docker:*-dind"]\nvolumes = ["/certs/client"]',
    'name = "docker:27-dind"',
  ),
  'a daemon in a runtime of its own': docker('runtime = "sysbox-runc"', 'name = "docker:27-dind"'),
  'a daemon without root': docker('', 'name = "docker:27-dind-rootless"'),
  'an image of a daemon that no service is': docker().replace('alpine:3.20', 'docker:27-dind'),
  'a table for another executor': docker('privileged = false', 'name = "docker:dind"')
    .replace('"docker"', '"shell"')
    .replace('  [runners.docker]', '  # gitlab-runner: ignore=section-for-other-executor\n  [runners.docker]'),
  'an executor of a fork': docker('allowed_pull_policies = ["never"]\nmemory_swap = "1g"')
    .replace('"docker"', '"docker-of-ours"')
    .replace('  executor', '  # gitlab-runner: ignore\n  executor'),
  'an autoscaled instance has its own address': docker('tls_verify = true')
    .replace('"docker"', '"docker-autoscaler"')
    .concat(
      '  [runners.autoscaler]\n    plugin = "aws"\n    capacity_per_instance = 1\n    max_instances = 4\n    [runners.autoscaler.plugin_config]\n      name = "asg-1"\n',
    ),
  'a fragment without an executor': '[[runners]]\n  [runners.docker]\n    privileged = false\n',
  'values that are filled in': docker(
    `pull_policy = "\${POLICY}"\nallowed_pull_policies = ["always"]\nuser = "$CI_USER"\nallowed_users = ["root"]\nhost = "tcp://<HOST>:2375"`,
  ),
  'several policies of which one is allowed': docker(
    'pull_policy = ["never", "always"]\nallowed_pull_policies = ["always"]',
  ),
  'no list of policies': docker('pull_policy = "never"\nallowed_pull_policies = []'),
  'as many services as the limit': docker('services_limit = 2', 'name = "a"', 'name = "b"'),
  'no limit': docker('services_limit = -1', 'name = "a"', 'name = "b"'),
  'memory in order': docker('memory = "1g"\nmemory_swap = "2g"\nmemory_reservation = "512m"'),
  'a host with TLS': docker(
    'host = "tcp://docker.example.com:2376"\ntls_verify = true\ntls_cert_path = "/etc/docker/certs"',
  ),
  'a network for each job': runner('network_mtu = 1400\nenable_ipv6 = true', ['name = "redis:7"'], FLAG),
  'a network of all jobs': docker('network_mode = "host"', 'name = "redis:7"'),
  'Podman with a network for each job': runner('host = "unix:///run/podman/podman.sock"', ['name = "redis:7"'], FLAG),
  'Podman without services': docker('host = "unix:///run/podman/podman.sock"'),
  'caches that go elsewhere': runner(
    'volumes = []',
    [],
    'cache_dir = "/c"\n[runners.cache]\n  Type = "s3"\n  [runners.cache.s3]\n    ServerAddress = "s3.example.com"\n    AccessKey = "k"\n    SecretKey = "s"\n    BucketName = "b"',
  ),
  'users of whom one is set': docker('user = "1000"\nallowed_users = ["1000", "0"]'),
  capabilities: docker('cap_add = ["NET_ADMIN"]\ncap_drop = ["ALL"]'),
  'devices of services': docker('[runners.docker.services_devices]\n  "registry.example.com/{a,b}:*" = ["/dev/kvm"]'),
};

describe('nothing is said of', () => {
  for (const [what, text] of counted(Object.entries(quiet), 20)) {
    it(what, () => assert.deepEqual(briefReportOf(text), []));
  }
  it('values of the chart, to which `register` adds', () => {
    const uri = 'file:///gitlab-runner/values.yaml';
    const text = [
      'runners:',
      '  config: |',
      '    [[runners]]',
      '      executor = "docker"',
      '      cache_dir = "/c"',
      '      [runners.docker]',
      '        privileged = true',
      '',
    ].join('\n');
    const found = new Service().diagnostics({ uri, languageId: 'yaml', version: 1, getText: () => text });
    assert.deepEqual(
      found.map(({ code }) => code),
      [],
    );
  });
});

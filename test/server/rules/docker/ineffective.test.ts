/** Keys of Docker that do nothing, or not what they say. */
import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { counted } from '../../../counted';
import { briefReportOf, fixed, fixKinds } from '../../findings';
import { docker, runner } from './docker-runner';

/** The findings of this code, each as its line and what it is about. */
function found(text: string, code: string): string[] {
  return briefReportOf(text)
    .filter((line) => line.includes(` ${code} `))
    .map((line) => line.replace(` ${code}`, ''));
}

test('no default image', () => {
  const before = docker('').replace('    image = "alpine:3.20"\n', '    privileged = false\n');
  assert.deepEqual(briefReportOf(before), ['5 warning docker-image-missing «runners.docker»']);
  assert.deepEqual(briefReportOf(fixed(before, 'Set `image = "alpine:latest"`')), []);
  assert.deepEqual(briefReportOf(docker('').replace('"alpine:3.20"', '""')), ['6 warning docker-image-missing «""»']);
});

describe('the certificates of a daemon', () => {
  const DAEMON = 'name = "docker:27-dind"';
  const KEYS = 'privileged = true\nvolumes = ["/cache"]';
  it('are mounted by the fix', () => {
    const before = docker(KEYS, DAEMON);
    assert.deepEqual(briefReportOf(before), ['10 warning dind-tls-volume «"docker:27-dind"»']);
    assert.match(fixed(before, 'Add `"/certs/client"` to `volumes`'), /volumes = \["\/cache", "\/certs\/client"\]/);
  });
  it('are elsewhere when the variable says so', () => {
    const text = runner(KEYS, [DAEMON], 'environment = ["DOCKER_TLS_CERTDIR=/tls/"]');
    assert.deepEqual(fixKinds(text), ['* Add `"/tls/client"` to `volumes`']);
  });
  const quiet: Readonly<Record<string, string>> = {
    'without TLS': runner(KEYS, [DAEMON], 'environment = ["A=1", "DOCKER_TLS_CERTDIR="]'),
    'without TLS in the service': docker(KEYS, `${DAEMON}\nenvironment = ["DOCKER_TLS_CERTDIR="]`),
    'a daemon that is older': docker(KEYS, 'name = "docker:18.09-dind"'),
    'a command of its own': docker(KEYS, `${DAEMON}\ncommand = ["--tls=false"]`),
    'a directory of the host': docker('privileged = true\nvolumes = ["/srv/certs:/certs/client:ro"]', DAEMON),
    'a directory around it': docker('privileged = true\nvolumes = ["/certs"]', DAEMON),
    'a directory that a variable names': docker('privileged = true\nvolumes = ["/$DIR"]', DAEMON),
    'another service': docker(KEYS, 'name = "registry.example.com/docker-dind:27"'),
  };
  for (const [what, text] of counted(Object.entries(quiet))) {
    it(what, () => assert.deepEqual(briefReportOf(text), []));
  }
});

test('a port that does not go with TLS', () => {
  const text = (port: string, directory: string) =>
    runner('', [], `environment = ["DOCKER_HOST=tcp://docker:${port}", "DOCKER_TLS_CERTDIR=${directory}"]`);
  assert.deepEqual(briefReportOf(text('2376', '')), ['5 warning dind-tls-mismatch «"DOCKER_HOST=tcp://docker:2376"»']);
  assert.deepEqual(briefReportOf(text('2375', '/certs')), [
    '5 warning dind-tls-mismatch «"DOCKER_HOST=tcp://docker:2375"»',
  ]);
  assert.equal(fixed(text('2376', ''), 'Change the port to `2375`'), text('2375', ''));
  for (const right of counted([text('2375', ''), text('2376', '/certs'), text('$PORT', '')])) {
    assert.deepEqual(briefReportOf(right), []);
  }
});

describe('a network for each job', () => {
  const FLAG = '[runners.feature_flags]\n  FF_NETWORK_PER_BUILD = true';
  it('and one for all', () => {
    const before = runner('network_mode = "ci-net"', [], FLAG);
    assert.deepEqual(briefReportOf(before), ['9 warning network-per-build-conflict «"ci-net"»']);
    assert.deepEqual(briefReportOf(fixed(before, 'Remove `network_mode`')), []);
    const variable = runner('network_mode = "ci-net"', [], 'environment = ["FF_NETWORK_PER_BUILD=1"]');
    assert.equal(found(variable, 'network-per-build-conflict').length, 1);
  });
  it('with settings, but not made', () => {
    const before = docker('network_mtu = 1400\nenable_ipv6 = true');
    assert.deepEqual(found(before, 'network-options-without-ff'), ['7 warning «1400»', '8 warning «true»']);
    const after = fixed(before, 'Set `FF_NETWORK_PER_BUILD = true`');
    assert.match(after, /\[runners\.feature_flags\]\n\s+FF_NETWORK_PER_BUILD = true\n/);
    assert.deepEqual(found(after, 'network-options-without-ff'), []);
    assert.equal(
      found(runner('network_mtu = 1400\nnetwork_mode = "bridge"', [], FLAG), 'network-options-without-ff').length,
      1,
    );
  });
  it('is what services of Podman need', () => {
    const before = docker(
      'host = "unix:///run/user/1001/podman/podman.sock"',
      'name = "postgres:16"',
      'name = "redis:7"',
    );
    assert.deepEqual(briefReportOf(before), ['9 warning podman-services-ff «"postgres:16"»']);
    assert.deepEqual(briefReportOf(fixed(before, 'Set `FF_NETWORK_PER_BUILD = true`')), []);
  });
  it('is what services on Windows need', () => {
    const before = docker('', 'name = "redis"').replace('"docker"', '"docker-windows"');
    assert.deepEqual(briefReportOf(before), ['8 warning windows-services-ff «"redis"»']);
    assert.deepEqual(briefReportOf(fixed(before, 'Set `FF_NETWORK_PER_BUILD = true`')), []);
  });
});

describe('images that are allowed', () => {
  it('with every tag', () => {
    const before = docker('allowed_images = ["ruby", "registry.example.com:5000/node"]');
    assert.deepEqual(briefReportOf(before), [
      '7 warning allowed-images-pattern-too-narrow «"ruby"»',
      '7 warning allowed-images-pattern-too-narrow «"registry.example.com:5000/node"»',
    ]);
    assert.match(fixed(before, 'Add `"ruby:*"` to `allowed_images`'), /node", "ruby:\*"\]/);
  });
  it('with every name', () => {
    const before = docker('allowed_services = ["*"]');
    assert.deepEqual(briefReportOf(before), ['7 warning allowed-images-pattern-too-narrow «"*"»']);
    assert.match(fixed(before, 'Change to `"**"`'), /allowed_services = \["\*\*"\]/);
  });
  it('but for some, which nothing can say', () => {
    const before = docker('allowed_images = ["**", "!*/kali*"]');
    assert.deepEqual(briefReportOf(before), ['7 warning allowed-images-negation «"!*/kali*"»']);
    assert.match(fixed(before, 'Remove `!*/kali*`'), /allowed_images = \["\*\*"\]/);
    for (const list of ['allowed_services', 'allowed_privileged_images', 'allowed_privileged_services'])
      assert.ok(
        briefReportOf(docker(`${list} = ["**", "!*/kali*"]`)).includes(
          '7 warning allowed-images-negation «"!*/kali*"»',
        ),
        list,
      );
  });
  for (const right of counted([
    '["ruby:*"]',
    '["ruby", "ruby:*"]',
    '["ruby", "ruby*"]',
    '["alpine:3.20"]',
    '["*", "registry.example.com/**"]',
    '["ruby", "**"]',
    '["registry.example.com/ci/*"]',
    '["ruby@sha256:0123"]',
    '[]',
  ])) {
    it(right, () => assert.deepEqual(briefReportOf(docker(`allowed_images = ${right}`)), []));
  }
});

describe('names of services', () => {
  it('that are taken', () => {
    const before = docker('', 'name = "postgres:16"\nalias = "db"', 'name = "mysql:8"\nalias = "db"');
    assert.deepEqual(briefReportOf(before), ['12 warning service-alias-duplicate «"db"»']);
    assert.deepEqual(briefReportOf(fixed(before, 'Change to `"db-2"`')), []);
  });
  it('that are all taken', () => {
    const before = docker('', 'name = "redis:7"', 'name = "redis:6"');
    assert.deepEqual(briefReportOf(before), ['10 warning service-alias-duplicate «"redis:6"»']);
    assert.deepEqual(briefReportOf(fixed(before, 'Set `alias = "redis-2"`')), []);
  });
  for (const [services, count] of counted([
    [['name = "redis:7"', 'name = "redis:6"\nalias = "old"'], 0],
    [['name = "redis:7"\nalias = "a b"', 'name = "mysql:8"\nalias = "c, b"'], 1],
    [['name = "registry.example.com:5000/ci/db:1"', 'name = "registry.example.com/ci/db@sha256:0123"'], 1],
    [['name = "a/b"', 'name = "b"\nalias = "a-b"'], 1],
    [['name = "$DB"', 'name = "$DB"'], 0],
    [['name = ""', 'name = ""'], 0],
  ] as const)) {
    it(services.join(' | '), () =>
      assert.equal(found(docker('', ...services), 'service-alias-duplicate').length, count),
    );
  }
});

test('capabilities that are added and dropped', () => {
  const before = docker('cap_add = ["NET_ADMIN", "SYS_TIME"]\ncap_drop = ["cap_net_admin", "ALL"]');
  assert.deepEqual(briefReportOf(before), ['7 warning cap-add-drop-overlap «"NET_ADMIN"»']);
  assert.match(fixed(before, 'Remove `NET_ADMIN`'), /cap_add = \["SYS_TIME"\]/);
  const kubernetes = (dropped: string) =>
    `[[runners]]\n  executor = "kubernetes"\n  [runners.kubernetes]\n    image = "a:1"\n    cap_add = ["SETUID"]\n    cap_drop = ["${dropped}"]\n`;
  assert.equal(found(kubernetes('SETUID'), 'cap-add-drop-overlap').length, 1);
  assert.equal(found(kubernetes('setuid'), 'cap-add-drop-overlap').length, 0);
});

test('a daemon that anybody can reach', () => {
  for (const [host, count] of counted([
    ['tcp://docker.example.com:2375', 1],
    ['tcp://192.0.2.7:4243', 1],
    ['tcp://[2001:db8::1]:2375', 1],
    ['tcp://docker:2375', 0],
    ['tcp://localhost:2375', 0],
    ['tcp://127.0.0.1:2375', 0],
    ['tcp://[::1]:2375', 0],
    ['tcp://host.docker.internal:2375', 0],
    ['unix:///var/run/docker.sock', 0],
    [`tcp://\${HOST}:2375`, 0],
  ] as const)) {
    assert.equal(found(docker(`host = "${host}"`), 'docker-host-plain-tcp').length, count, host);
  }
});

test('isolation on Linux', () => {
  const before = docker('isolation = "hyperv"');
  assert.deepEqual(briefReportOf(before), ['7 warning isolation-on-linux «"hyperv"»']);
  assert.deepEqual(briefReportOf(fixed(before, 'Remove `isolation`')), []);
  assert.deepEqual(found(before.replace('"docker"', '"docker-windows"'), 'isolation-on-linux'), []);
});

test('tags of the helper image', () => {
  const image = (tag: string) => docker(`helper_image = "gitlab/gitlab-runner-helper:${tag}"`);
  assert.deepEqual(fixKinds(image('amd64-v17.8.0')), ['* Change to `"gitlab/gitlab-runner-helper:x86_64-v17.8.0"`']);
  assert.deepEqual(fixKinds(image('v17.8.0')), [
    'Change to `"gitlab/gitlab-runner-helper:x86_64-v17.8.0"`',
    'Change to `"gitlab/gitlab-runner-helper:arm64-v17.8.0"`',
  ]);
  for (const tag of counted(['x86_64-latest', 'alpine3.21-arm64-latest', 'ubuntu-x86_64-8925d9a0'])) {
    assert.deepEqual(found(image(tag), 'helper-image-tag-arch'), []);
  }
  const mirror = docker('helper_image = "harbor.example.com/mirror/gitlab-runner-helper:v17.8.0"');
  assert.deepEqual(found(mirror, 'helper-image-tag-arch'), []);
});

test('flavors of the helper image', () => {
  assert.deepEqual(fixKinds(docker('helper_image_flavor = "ubunut"')), ['* Change to `"ubuntu"`']);
  assert.deepEqual(briefReportOf(docker('helper_image_flavor = "debian"')), [
    '7 warning helper-flavor-value «"debian"»',
  ]);
  for (const flavor of counted(['', 'alpine', 'alpine3.19', 'alpine-latest', 'ubuntu', 'ubi-fips', 'concrete'])) {
    assert.deepEqual(briefReportOf(docker(`helper_image_flavor = "${flavor}"`)), []);
  }
});

describe('a directory for caches', () => {
  const around = 'cache_dir = "/ci-cache"';
  it('is kept by a volume', () => {
    const before = runner('volumes = ["/data"]', [], around);
    assert.deepEqual(briefReportOf(before), ['5 warning cache-dir-volume «"/ci-cache"»']);
    assert.deepEqual(briefReportOf(fixed(before, 'Add `"/ci-cache"` to `volumes`')), []);
  });
  for (const volumes of counted(['["/ci-cache"]', '["/srv/c:/ci-cache/"]', '["/ci-cache:rw"]', '["/$CACHE"]'])) {
    it(volumes, () => assert.deepEqual(briefReportOf(runner(`volumes = ${volumes}`, [], around)), []));
  }
});

test('patterns in services_devices', () => {
  for (const [pattern, count] of counted([
    ['[x', 1],
    ['x:*]', 0],
    ['{a,b', 1],
    ['a}', 1],
    ['a\\\\', 1],
    ['[]', 1],
    ['[!a]{b,c}*', 0],
    ['\\\\[x', 0],
  ] as const)) {
    const text = docker(`[runners.docker.services_devices]\n  "${pattern}" = ["/dev/a"]`);
    assert.equal(found(text, 'docker-services-devices-glob').length, count, pattern);
  }
});

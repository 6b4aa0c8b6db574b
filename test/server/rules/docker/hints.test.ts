/** What is safe to leave, but that most would not want: a hint each. */
import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { counted } from '../../../counted';
import { briefReportOf, fixed, fixKinds } from '../../findings';
import { docker } from './docker-runner';

const SOCKET = 'volumes = ["/cache", "/var/run/docker.sock:/var/run/docker.sock"]';

test("Docker's socket, with and without privileges", () => {
  assert.deepEqual(briefReportOf(docker(SOCKET)), [
    '7 hint docker-sock-mount «"/var/run/docker.sock:/var/run/docker.sock"»',
  ]);
  const both = docker(`privileged = true\n${SOCKET}`);
  assert.deepEqual(briefReportOf(both), [
    '7 hint docker-sock-and-privileged «true»',
    '8 hint docker-sock-mount «"/var/run/docker.sock:/var/run/docker.sock"»',
  ]);
  assert.equal(fixed(both, 'Set `privileged = false`'), both.replace('true', 'false'));
  const withDaemon = docker(`privileged = true\n${SOCKET}`, 'name = "docker:18-dind"');
  assert.equal(briefReportOf(withDaemon).length, 1);
});

describe('a key that does nothing', () => {
  for (const [keys, finding, fix] of counted([
    [
      'privileged = true\nservices_privileged = true',
      '8 hint services-privileged-redundant «true»',
      '* Remove `services_privileged`',
    ],
    [
      'disable_cache = true\ncache_dir = "/srv/cache"',
      '8 hint disable-cache-vs-cache-dir «"/srv/cache"»',
      '* Remove `cache_dir`',
    ],
    [
      'helper_image = "$HELPER"\nhelper_image_flavor = "ubuntu"',
      '8 hint helper-image-vs-flavor «"ubuntu"»',
      '* Remove `helper_image_flavor`',
    ],
    [
      'allowed_privileged_images = ["a:*"]',
      '7 hint allowed-privileged-without-privileged «["a:*"]»',
      'Remove `allowed_privileged_images`',
    ],
    [
      'privileged = true\nservices_privileged = false\nallowed_privileged_services = ["a:*"]',
      '9 hint allowed-privileged-without-privileged «["a:*"]»',
      'Remove `allowed_privileged_services`',
    ],
  ] as const)) {
    it(keys, () => {
      assert.deepEqual(briefReportOf(docker(keys)), [finding]);
      assert.equal(fixKinds(docker(keys))[0], fix);
      assert.deepEqual(briefReportOf(fixed(docker(keys), fix.replace('* ', ''))), []);
    });
  }
});

test('namespaces of the host', () => {
  assert.deepEqual(
    briefReportOf(docker('pid_mode = "host"\nipcmode = "host"\nuserns_mode = "host"\nnetwork_mode = "host"')),
    ['7 hint host-namespaces «"host"»', '8 hint host-namespaces «"host"»', '9 hint host-namespaces «"host"»'],
  );
});

test('links between containers', () => {
  assert.deepEqual(briefReportOf(docker('links = ["db:db"]')), ['7 hint docker-links-legacy «["db:db"]»']);
  assert.deepEqual(briefReportOf(docker('links = []')), []);
});

describe('a helper image of one version', () => {
  const image = (text: string) => docker(`helper_image = "${text}"`);
  it('follows the runner after the fix', () => {
    const before = image('registry.example.com:5000/mirror/gitlab-runner-helper:x86_64-v16.6.1-pwsh');
    assert.deepEqual(briefReportOf(before), ['7 hint helper-image-pinned-version «v16.6.1»']);
    const [title = ''] = fixKinds(before);
    assert.match(fixed(before, title.replace('* ', '')), /helper:x86_64-v\$\{CI_RUNNER_VERSION\}-pwsh"/);
  });
  it('is a warning for a runner of another one', () => {
    const pinned = image('gitlab/gitlab-runner-helper:x86_64-v15.11.0');
    for (const [version, severity] of counted([
      ['18.5', 'warning'],
      ['15.11', 'hint'],
    ])) {
      const [line = ''] = briefReportOf(`# gitlab-runner: version=${version}\n${pinned}`);
      assert.equal(line, `8 ${severity} helper-image-pinned-version «v15.11.0»`);
    }
  });
  for (const other of counted(['gitlab/gitlab-runner-helper:x86_64-latest', 'example.com/helper:v1.2.3', ''])) {
    it(`not in ${other}`, () => assert.deepEqual(briefReportOf(image(other)), []));
  }
});

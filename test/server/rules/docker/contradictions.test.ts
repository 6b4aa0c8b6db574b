/** Keys of `[runners.docker]` that fail each job together. */
import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { counted } from '../../../counted';
import { briefReportOf, fixed, fixKinds } from '../../findings';
import { docker } from './docker-runner';

test('a Docker daemon without privileges', () => {
  const before = docker('', 'name = "docker:27-dind"');
  assert.deepEqual(briefReportOf(before), ['8 error dind-without-privileged «"docker:27-dind"»']);
  const after = fixed(before, 'Set `services_privileged = true`');
  assert.match(after, /image = "alpine:3.20"\n {4}services_privileged = true\n/);
  assert.deepEqual(briefReportOf(docker('services_privileged = false\nprivileged = true', 'name = "docker:dind"')), [
    '10 error dind-without-privileged «"docker:dind"»',
  ]);
});

test('pull policies that are not allowed', () => {
  const before = docker('pull_policy = "if-not-present"\nallowed_pull_policies = ["always"]');
  assert.deepEqual(briefReportOf(before), ['7 error pull-policy-subset «"if-not-present"»']);
  assert.deepEqual(briefReportOf(fixed(before, 'Add `"if-not-present"` to `allowed_pull_policies`')), []);
  assert.deepEqual(briefReportOf(fixed(before, 'Set `pull_policy = "always"`')), []);
  const list = docker('pull_policy = ["never", "always"]\nallowed_pull_policies = ["if-not-present"]');
  assert.deepEqual(briefReportOf(list), ['7 error pull-policy-subset «["never", "always"]»']);
});

test('allowed pull policies without one that is used', () => {
  const before = docker('allowed_pull_policies = ["if-not-present", "never"]');
  assert.deepEqual(briefReportOf(before), ['7 error pull-policy-subset «["if-not-present", "never"]»']);
  assert.deepEqual(fixKinds(before), ['* Set `pull_policy = "if-not-present"`']);
  assert.deepEqual(briefReportOf(docker('allowed_pull_policies = ["always"]')), []);
  const kubernetes =
    '[[runners]]\n  executor = "kubernetes"\n  [runners.kubernetes]\n    image = "a:1"\n    allowed_pull_policies = ["always"]\n';
  assert.deepEqual(briefReportOf(kubernetes), ['5 error pull-policy-subset «["always"]»']);
});

test('keys in another case are read as the runner reads them', () => {
  const found = briefReportOf(docker('Pull_Policy = "never"\nALLOWED_PULL_POLICIES = ["always"]'));
  assert.ok(found.includes('7 error pull-policy-subset «"never"»'), found.join('\n'));
});

test('a user that is not allowed', () => {
  const before = docker('user = "ci"\nallowed_users = ["root"]');
  assert.deepEqual(briefReportOf(before), ['7 error allowed-users-user «"ci"»']);
  assert.match(fixed(before, 'Add `"ci"` to `allowed_users`'), /allowed_users = \["root", "ci"\]/);
});

test('more services than the limit', () => {
  const before = docker('services_limit = 1', 'name = "postgres:16"', 'name = "redis:7"');
  assert.deepEqual(briefReportOf(before), ['7 error services-limit-config «1»']);
  assert.deepEqual(briefReportOf(fixed(before, 'Set `services_limit = 2`')), []);
});

test('memory limits that Docker refuses', () => {
  const before = docker('memory = "512m"\nmemory_swap = "256m"');
  assert.deepEqual(briefReportOf(before), ['8 error memory-order «"256m"»']);
  assert.match(fixed(before, 'Change to `"768m"`'), /memory_swap = "768m"/);
  assert.deepEqual(fixKinds(docker('memory = "1g"\nmemory_swap = "512k"')), [
    '* Change to `"1049088k"`',
    'Remove `memory_swap`',
  ]);
  for (const [keys, count] of counted([
    ['memory_swap = "1g"', 1],
    ['memory = "1g"\nmemory_reservation = "2g"', 1],
    ['service_memory = "1g"\nservice_memory_swap = "512m"\nservice_memory_reservation = "2g"', 2],
    ['memory = "1g"\nmemory_swap = "1g"\nmemory_reservation = "1g"', 0],
    ['memory = "1g"\nmemory_swap = ""', 0],
  ] as const)) {
    assert.equal(briefReportOf(docker(keys)).filter((line) => line.includes('memory-order')).length, count, keys);
  }
});

describe('TLS to the daemon', () => {
  for (const [keys, found] of counted(
    Object.entries({
      'host = "unix:///var/run/docker.sock"\ntls_verify = true': '8 error',
      'host = "npipe:////./pipe/docker_engine"\ntls_verify = true': '8 error',
      'tls_verify = true': '7 warning',
      'host = "tcp://docker.example.com:2376"': '7 warning',
      'host = "tcp://docker.example.com:2376"\ntls_verify = true': '8 hint',
    }),
  )) {
    it(keys, () =>
      assert.deepEqual(
        briefReportOf(docker(keys)).map((line) => line.split(' tls-verify')[0]),
        [found],
      ),
    );
  }
  it('is turned off for a socket', () => {
    const before = docker('host = "unix:///var/run/docker.sock"\ntls_verify = true');
    assert.deepEqual(briefReportOf(fixed(before, 'Set `tls_verify = false`')), []);
    const plain = docker('host = "tcp://docker.example.com:2376"');
    assert.deepEqual(briefReportOf(plain), [
      '7 warning tls-verify-without-cert-path «"tcp://docker.example.com:2376"»',
    ]);
    assert.match(fixed(plain, 'Set `tls_verify = true`'), /tls_verify = true\n/);
  });
});

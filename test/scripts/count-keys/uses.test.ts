import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Tally } from '../../../scripts/count-keys/tally';
import { findUses } from '../../../scripts/count-keys/uses';
import { createDocument } from '../../../server/meaning/create-document';
import { loadSchema } from '../../../server/schema/schema';

const schema = loadSchema();

/** The keys and values that a configuration uses, in its order; a key that holds others after them. */
function usesIn(text: string): string[] {
  const found: string[] = [];
  findUses(createDocument('file:///config.toml', text).model.root, schema.root, schema, {
    key: ({ path }) => found.push(path),
    value: (enumeration, value) => found.push(`${enumeration}: ${value}`),
    flag: (name) => found.push(`flag ${name}`),
  });
  return found;
}

test('keys in any spelling, by their path', () => {
  assert.deepEqual(usesIn('Concurrent = 4\n[[runners]]\n[runners.docker]\nimage = "a"\nno_such = 1\n'), [
    'concurrent',
    'runners[].docker.image',
    'runners[].docker',
    'runners[]',
  ]);
});

test('what says no more than leaving it out is no use, nor is a table of nothing else', () => {
  assert.deepEqual(
    usesIn(`check_interval = 0
[[runners]]
  executor = ""
  [runners.docker]
    tls_verify = false
    shm_size = 0
    extra_hosts = []
  [runners.cache]
    [runners.cache.s3]
`),
    [],
  );
});

test('what `register` writes on its own is no use', () => {
  const written =
    '[[runners]]\nid = 3\ntoken_obtained_at = 2024-01-01T00:00:00Z\n[runners.docker]\nvolumes = ["/cache"]\n';
  assert.deepEqual(usesIn(written), []);
  assert.ok(
    usesIn('[[runners]]\n[runners.docker]\nvolumes = ["/cache", "/a:/a"]\n').includes('runners[].docker.volumes'),
  );
});

test('values of enumerations, in lists and in other spellings too', () => {
  const values = (text: string) => usesIn(text).filter((line) => line.includes(': '));
  assert.deepEqual(values('log_level = "DEBUG"\n'), ['log_level: debug']);
  assert.deepEqual(values('[[runners]]\n[runners.docker]\npull_policy = ["always", "if-not-present", "none"]\n'), [
    'docker_pull_policy: always',
    'docker_pull_policy: if-not-present',
  ]);
  assert.deepEqual(values('[[runners]]\n[runners.kubernetes.node_tolerations]\n"a=b" = "NoSchedule"\n'), [
    'toleration_effect: NoSchedule',
  ]);
});

test('a fragment without `[[runners]]`, inline tables and dotted keys count as well', () => {
  assert.deepEqual(usesIn('[runners.cache]\ns3.BucketName = "b"\n'), [
    'runners[].cache.s3.BucketName',
    'runners[].cache.s3',
    'runners[].cache',
    'runners[]',
  ]);
  assert.ok(
    usesIn('runners = [{ docker = { services = [{ name = "a" }] } }]').includes('runners[].docker.services[].name'),
  );
});

test('a project counts once, however often it uses a key', () => {
  const counts = new Tally();
  for (const project of ['a', 'a', 'b']) counts.add('keys', 'concurrent', project);
  counts.add('other', 'concurrent', 'c');
  assert.deepEqual([counts.count('keys', 'concurrent'), counts.count('keys', 'user')], [2, 0]);
});

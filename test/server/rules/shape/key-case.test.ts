import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixed, fixTitles, reportOf } from '../../findings';

test('a spelling that works', () => {
  const text = 'Concurrent = 1\n';
  assert.deepEqual(reportOf(text), [
    '1 hint key-case «Concurrent»: The documented spelling is `concurrent`. The runner ignores the case of keys.',
  ]);
  assert.deepEqual(fixTitles(text), ['Rename to `concurrent`']);
  const after = fixed(text, 'Rename to `concurrent`');
  assert.equal(after, 'concurrent = 1\n');
  assert.deepEqual(reportOf(after), []);
});

test('a table in two places', () => {
  const text = `[[Runners]]
  [Runners.Docker]
    Image = "alpine"
`;
  assert.deepEqual(reportOf(text), [
    '1 hint key-case «Runners»: The documented spelling is `runners`. The runner ignores the case of keys.',
    '2 hint key-case «Docker»: The documented spelling is `docker`. The runner ignores the case of keys.',
    '3 hint key-case «Image»: The documented spelling is `image`. The runner ignores the case of keys.',
  ]);
  assert.deepEqual(fixTitles(text), ['Rename to `runners`', 'Rename to `docker`', 'Rename to `image`']);
  const after = fixed(text, 'Rename to `runners`');
  assert.equal(
    after,
    `[[runners]]
  [runners.Docker]
    Image = "alpine"
`,
  );
  assert.deepEqual(reportOf(after), [
    '2 hint key-case «Docker»: The documented spelling is `docker`. The runner ignores the case of keys.',
    '3 hint key-case «Image»: The documented spelling is `image`. The runner ignores the case of keys.',
  ]);
  const after1 = fixed(text, 'Rename to `docker`');
  assert.equal(
    after1,
    `[[Runners]]
  [Runners.docker]
    Image = "alpine"
`,
  );
  assert.deepEqual(reportOf(after1), [
    '1 hint key-case «Runners»: The documented spelling is `runners`. The runner ignores the case of keys.',
    '3 hint key-case «Image»: The documented spelling is `image`. The runner ignores the case of keys.',
  ]);
  const after2 = fixed(text, 'Rename to `image`');
  assert.equal(
    after2,
    `[[Runners]]
  [Runners.Docker]
    image = "alpine"
`,
  );
  assert.deepEqual(reportOf(after2), [
    '1 hint key-case «Runners»: The documented spelling is `runners`. The runner ignores the case of keys.',
    '2 hint key-case «Docker»: The documented spelling is `docker`. The runner ignores the case of keys.',
  ]);
});

test('the keys of an nfs volume are matched to the letter', () => {
  const text = `[[runners]]
  [[runners.kubernetes.volumes.nfs]]
    Name = "n"
    mount_path = "/m"
    server = "s"
    path = "/p"
`;
  assert.deepEqual(reportOf(text), [
    '3 error key-case «Name»: This key must be written `name`: here the runner minds the case, and does not start with another spelling.',
  ]);
  assert.deepEqual(fixTitles(text), ['Rename to `name`']);
  const after = fixed(text, 'Rename to `name`');
  assert.equal(
    after,
    `[[runners]]
  [[runners.kubernetes.volumes.nfs]]
    name = "n"
    mount_path = "/m"
    server = "s"
    path = "/p"
`,
  );
  assert.deepEqual(reportOf(after), []);
});

test('a table beside its documented spelling is renamed where that defines nothing twice', () => {
  const text = `[[runners]]
  [[runners.docker.services]]
    name = "mysql"
  [runners.Docker]
    image = "alpine"
`;
  assert.deepEqual(reportOf(text), [
    '4 hint key-case «Docker»: The documented spelling is `docker`. The runner ignores the case of keys.',
  ]);
  const after = fixed(text, 'Rename to `docker`');
  assert.equal(after, text.replace('Docker', 'docker'));
  assert.deepEqual(reportOf(after), []);
});

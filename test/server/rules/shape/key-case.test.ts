import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dataReportOf, fixed, fixTitles } from '../../findings';

test('a spelling that works', () => {
  const text = 'Concurrent = 1\n';
  assert.deepEqual(dataReportOf(text), ['1 hint key-case «Concurrent»: key-case key=concurrent']);
  assert.deepEqual(fixTitles(text), ['Rename to `concurrent`']);
  const after = fixed(text, 'Rename to `concurrent`');
  assert.equal(after, 'concurrent = 1\n');
  assert.deepEqual(dataReportOf(after), []);
});

test('a table in two places', () => {
  const text = `[[Runners]]
  [Runners.Docker]
    Image = "alpine"
`;
  assert.deepEqual(dataReportOf(text), [
    '1 hint key-case «Runners»: key-case key=runners',
    '2 hint key-case «Docker»: key-case key=docker',
    '3 hint key-case «Image»: key-case key=image',
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
  assert.deepEqual(dataReportOf(after), [
    '2 hint key-case «Docker»: key-case key=docker',
    '3 hint key-case «Image»: key-case key=image',
  ]);
  const after1 = fixed(text, 'Rename to `docker`');
  assert.equal(
    after1,
    `[[Runners]]
  [Runners.docker]
    Image = "alpine"
`,
  );
  assert.deepEqual(dataReportOf(after1), [
    '1 hint key-case «Runners»: key-case key=runners',
    '3 hint key-case «Image»: key-case key=image',
  ]);
  const after2 = fixed(text, 'Rename to `image`');
  assert.equal(
    after2,
    `[[Runners]]
  [Runners.Docker]
    image = "alpine"
`,
  );
  assert.deepEqual(dataReportOf(after2), [
    '1 hint key-case «Runners»: key-case key=runners',
    '2 hint key-case «Docker»: key-case key=docker',
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
  assert.deepEqual(dataReportOf(text), ['3 error key-case «Name»: key-case.strict key=name outcome=refused']);
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
  assert.deepEqual(dataReportOf(after), []);
});

test('a table beside its documented spelling is renamed where that defines nothing twice', () => {
  const text = `[[runners]]
  [[runners.docker.services]]
    name = "mysql"
  [runners.Docker]
    image = "alpine"
`;
  assert.deepEqual(dataReportOf(text), ['4 hint key-case «Docker»: key-case key=docker']);
  const after = fixed(text, 'Rename to `docker`');
  assert.equal(after, text.replace('Docker', 'docker'));
  assert.deepEqual(dataReportOf(after), []);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixed, fixTitles, reportOf } from '../findings';

test('one bracket around a runner', () => {
  const text = `[runners] # the only one
  name = "a"
  [runners.docker]
    image = "alpine"
`;
  assert.deepEqual(reportOf(text), [
    '1 error single-table-for-array «runners»: `runners` is a list of tables: write `[[runners]]` with two brackets. The runner does not start with one.',
  ]);
  assert.deepEqual(fixTitles(text), ['Change to `[[runners]]`']);
  const after = fixed(text, 'Change to `[[runners]]`');
  assert.equal(
    after,
    `[[runners]] # the only one
  name = "a"
  [runners.docker]
    image = "alpine"
`,
  );
  assert.deepEqual(reportOf(after), []);
});

test('a volume', () => {
  const text = `[[runners]]
  [runners.kubernetes.volumes.host_path]
    name = "n"
    mount_path = "/m"
`;
  assert.deepEqual(reportOf(text), [
    '2 error single-table-for-array «host_path»: `runners.kubernetes.volumes.host_path` is a list of tables: write `[[runners.kubernetes.volumes.host_path]]` with two brackets. The runner does not start with one.',
  ]);
  assert.deepEqual(fixTitles(text), ['Change to `[[runners.kubernetes.volumes.host_path]]`']);
  const after = fixed(text, 'Change to `[[runners.kubernetes.volumes.host_path]]`');
  assert.equal(
    after,
    `[[runners]]
  [[runners.kubernetes.volumes.host_path]]
    name = "n"
    mount_path = "/m"
`,
  );
  assert.deepEqual(reportOf(after), []);
});

test('an inline table', () => {
  const text = `[[runners]]
  docker = { services = { name = "mysql" } }
`;
  assert.deepEqual(reportOf(text), [
    '2 error single-table-for-array «services»: `runners.docker.services` is a list of tables: write `[[runners.docker.services]]` with two brackets. The runner does not start with one.',
  ]);
  assert.deepEqual(fixTitles(text), ['Put the table into a list']);
  const after = fixed(text, 'Put the table into a list');
  assert.equal(
    after,
    `[[runners]]
  docker = { services = [{ name = "mysql" }] }
`,
  );
  assert.deepEqual(reportOf(after), []);
});

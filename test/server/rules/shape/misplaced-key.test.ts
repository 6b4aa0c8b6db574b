import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixed, fixTitles, reportOf } from '../../findings';

test('a key of the runner below a sub-table, with its comment', () => {
  const text = `[[runners]]
  name = "a"
  [runners.docker]
    image = "alpine"

    # two at most
    limit = 2 # jobs
`;
  assert.deepEqual(reportOf(text), [
    '7 warning misplaced-key «limit»: `limit` belongs in `[[runners]]`. Here, in `[runners.docker]`, the runner ignores it.',
  ]);
  assert.deepEqual(fixTitles(text), ['Move to `[[runners]]`']);
  const after = fixed(text, 'Move to `[[runners]]`');
  assert.equal(
    after,
    `[[runners]]
  name = "a"
  # two at most
  limit = 2 # jobs
  [runners.docker]
    image = "alpine"

`,
  );
  assert.deepEqual(reportOf(after), []);
});

test('a global key in a runner', () => {
  const text = `# Our runners

[[runners]]
  name = "a"
  concurrent = 4
`;
  assert.deepEqual(reportOf(text), [
    '5 warning misplaced-key «concurrent»: `concurrent` belongs at the top of the file, before the first table. Here, in `[[runners]]`, the runner ignores it.',
  ]);
  assert.deepEqual(fixTitles(text), ['Move to the top of the file']);
  const after = fixed(text, 'Move to the top of the file');
  assert.equal(
    after,
    `# Our runners

concurrent = 4

[[runners]]
  name = "a"
`,
  );
  assert.deepEqual(reportOf(after), []);
});

test('the root is empty and the comment belongs to the first table', () => {
  const text = `# Our runner
[[runners]]
  concurrent = 4
`;
  assert.deepEqual(reportOf(text), [
    '3 warning misplaced-key «concurrent»: `concurrent` belongs at the top of the file, before the first table. Here, in `[[runners]]`, the runner ignores it.',
  ]);
  assert.deepEqual(fixTitles(text), ['Move to the top of the file']);
  const after = fixed(text, 'Move to the top of the file');
  assert.equal(
    after,
    `concurrent = 4

# Our runner
[[runners]]
`,
  );
  assert.deepEqual(reportOf(after), []);
});

test('the table is made where it is missing', () => {
  const text = `[[runners]]
  executor = "docker"
  image = "alpine"
  [runners.cache]
`;
  assert.deepEqual(reportOf(text), [
    '3 warning misplaced-key «image»: `image` belongs in `[runners.docker]`. Here, in `[[runners]]`, the runner ignores it.',
  ]);
  assert.deepEqual(fixTitles(text), ['Move to `[runners.docker]`']);
  const after = fixed(text, 'Move to `[runners.docker]`');
  assert.equal(
    after,
    `[[runners]]
  executor = "docker"
  [runners.docker]
    image = "alpine"
  [runners.cache]
`,
  );
  assert.deepEqual(reportOf(after), []);
});

test('of two runners the one it stands in', () => {
  const text = `[[runners]]
  name = "a"
[[runners]]
  name = "b"
  [runners.docker]
    limit = 1
`;
  assert.deepEqual(reportOf(text), [
    '6 warning misplaced-key «limit»: `limit` belongs in `[[runners]]`. Here, in `[runners.docker]`, the runner ignores it.',
  ]);
  assert.deepEqual(fixTitles(text), ['Move to `[[runners]]`']);
  const after = fixed(text, 'Move to `[[runners]]`');
  assert.equal(
    after,
    `[[runners]]
  name = "a"
[[runners]]
  name = "b"
  limit = 1
  [runners.docker]
`,
  );
  assert.deepEqual(reportOf(after), []);
});

test('a key that is there already is not moved onto it', () => {
  const text = `[[runners]]
  limit = 1
  [runners.docker]
    limit = 2
`;
  assert.deepEqual(reportOf(text), [
    '4 warning misplaced-key «limit»: `limit` belongs in `[[runners]]`. Here, in `[runners.docker]`, the runner ignores it.',
  ]);
  assert.deepEqual(fixTitles(text), []);
});

test('a pair in braces', () => {
  const text = (docker: string) => `[[runners]]\n  docker = ${docker}\n`;
  const moved = (docker: string) => fixed(text(docker), 'Move to `[[runners]]`');
  assert.deepEqual(reportOf(text('{ limit = 2 }')), [
    '2 warning misplaced-key «limit»: `limit` belongs in `[[runners]]`. Here, in `[runners.docker]`, the runner ignores it.',
  ]);
  assert.equal(moved('{ limit = 2 }'), `${text('{}')}  limit = 2\n`);
  assert.equal(moved('{ image = "a", limit = 2 }'), `${text('{ image = "a" }')}  limit = 2\n`);
  assert.equal(moved('{ limit = 2, image = "a" } # x'), `${text('{ image = "a" } # x')}  limit = 2\n`);
  assert.equal(moved('{\n    limit = 2,\n    image = "a",\n  }'), `${text('{\n    image = "a",\n  }')}  limit = 2\n`);
  assert.deepEqual(fixTitles(text('{\n    image = "a", # why\n    limit = 2,\n  }')), []);
});

test('a dotted key', () => {
  const text = '[[runners]]\n  docker.image = "a"\n  # two at most\n  docker.limit = 2 # jobs\n';
  const after = fixed(text, 'Move to `[[runners]]`');
  assert.equal(after, '[[runners]]\n  docker.image = "a"\n  # two at most\n  limit = 2 # jobs\n');
  assert.equal(
    fixed('[[runners]]\n  executor = "shell"\n  cache.concurrent = 2 # jobs\n', 'Move to the top of the file'),
    'concurrent = 2 # jobs\n\n[[runners]]\n  executor = "shell"\n',
  );
});

test('the table is there only by longer headers', () => {
  const text = `[[runners]]
  executor = "kubernetes"
  [[runners.kubernetes.host_aliases]]
    ip = "1.1.1.1"
    hostnames = ["a"]
    namespace = "ci"
`;
  const after = fixed(text, 'Move to `[runners.kubernetes]`');
  assert.equal(
    after,
    `[[runners]]
  executor = "kubernetes"
  [runners.kubernetes]
    namespace = "ci"
  [[runners.kubernetes.host_aliases]]
    ip = "1.1.1.1"
    hostnames = ["a"]
`,
  );
  assert.deepEqual(reportOf(after), []);
  const dotted =
    '[[runners]]\n  kubernetes.volumes.empty_dir = [{ name = "a", mount_path = "/b", pull_policy = "always" }]\n';
  assert.deepEqual(fixTitles(dotted), []);
});

test('a table that is written inline takes no line', () => {
  const text = `[[runners]]
  executor = "docker"
  docker = { image = "alpine" }
  privileged = true
`;
  assert.deepEqual(reportOf(text), [
    '4 warning misplaced-key «privileged»: `privileged` belongs in `[runners.docker]`. Here, in `[[runners]]`, the runner ignores it.',
  ]);
  assert.deepEqual(fixTitles(text), []);
});

test('a sub-table that the type names', () => {
  const text = `[[runners]]
  [runners.cache]
    Type = "azure"
    AccountName = "x"
`;
  assert.deepEqual(reportOf(text), [
    '4 warning misplaced-key «AccountName»: `AccountName` belongs in `[runners.cache.azure]`. Here, in `[runners.cache]`, the runner ignores it.',
  ]);
  assert.deepEqual(fixTitles(text), ['Move to `[runners.cache.azure]`']);
  const after = fixed(text, 'Move to `[runners.cache.azure]`');
  assert.equal(
    after,
    `[[runners]]
  [runners.cache]
    Type = "azure"
    [runners.cache.azure]
      AccountName = "x"
`,
  );
  assert.deepEqual(reportOf(after), []);
});

test('no runner yet', () => {
  const text = 'url = "https://gitlab.com"\n';
  assert.deepEqual(reportOf(text), [
    '1 warning misplaced-key «url»: `url` belongs in `[[runners]]`. Here, at the top of the file, the runner ignores it.',
  ]);
  assert.deepEqual(fixTitles(text), ['Move to `[[runners]]`']);
  const after = fixed(text, 'Move to `[[runners]]`');
  assert.equal(
    after,
    `[[runners]]
  url = "https://gitlab.com"
`,
  );
  assert.deepEqual(reportOf(after), []);
});

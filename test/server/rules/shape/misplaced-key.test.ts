import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted } from '../../../counted';
import { briefReportOf, dataReportOf, findingsOf, fixed, fixTitles } from '../../findings';

test('a key of the runner below a sub-table, with its comment', () => {
  const text = `[[runners]]
  name = "a"
  [runners.docker]
    image = "alpine"

    # two at most
    limit = 2 # jobs
`;
  assert.deepEqual(dataReportOf(text), [
    '7 warning misplaced-key «limit»: misplaced-key home=[[runners]] key=limit table=[runners.docker]',
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
  assert.deepEqual(dataReportOf(after), []);
});

test('a global key in a runner', () => {
  const text = `# Our runners

[[runners]]
  name = "a"
  concurrent = 4
`;
  assert.deepEqual(dataReportOf(text), [
    '5 warning misplaced-key «concurrent»: misplaced-key home=top key=concurrent table=[[runners]]',
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
  assert.deepEqual(dataReportOf(after), []);
});

test('the root is empty and the comment belongs to the first table', () => {
  const text = `# Our runner
[[runners]]
  concurrent = 4
`;
  assert.deepEqual(dataReportOf(text), [
    '3 warning misplaced-key «concurrent»: misplaced-key home=top key=concurrent table=[[runners]]',
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
  assert.deepEqual(dataReportOf(after), []);
});

test('the table is made where it is missing', () => {
  const text = `[[runners]]
  executor = "docker"
  image = "alpine"
  [runners.cache]
`;
  assert.deepEqual(dataReportOf(text), [
    '3 warning misplaced-key «image»: misplaced-key home=[runners.docker] key=image table=[[runners]]',
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
  assert.deepEqual(dataReportOf(after), []);
});

test('of two runners the one it stands in', () => {
  const text = `[[runners]]
  name = "a"
[[runners]]
  name = "b"
  [runners.docker]
    limit = 1
`;
  assert.deepEqual(dataReportOf(text), [
    '6 warning misplaced-key «limit»: misplaced-key home=[[runners]] key=limit table=[runners.docker]',
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
  assert.deepEqual(dataReportOf(after), []);
});

test('a key that is there already is not moved onto it', () => {
  const text = `[[runners]]
  limit = 1
  [runners.docker]
    limit = 2
`;
  assert.deepEqual(dataReportOf(text), [
    '4 warning misplaced-key «limit»: misplaced-key home=[[runners]] key=limit table=[runners.docker]',
  ]);
  assert.deepEqual(fixTitles(text), ['Remove `limit`: `[[runners]]` has it already']);
});

test('a pair in braces', () => {
  const text = (docker: string) => `[[runners]]\n  docker = ${docker}\n`;
  const moved = (docker: string) => fixed(text(docker), 'Move to `[[runners]]`');
  assert.deepEqual(dataReportOf(text('{ limit = 2 }')), [
    '2 warning misplaced-key «limit»: misplaced-key home=[[runners]] key=limit table=[runners.docker]',
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
  assert.deepEqual(dataReportOf(after), []);
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
  assert.deepEqual(dataReportOf(text), [
    '4 warning misplaced-key «privileged»: misplaced-key home=[runners.docker] key=privileged table=[[runners]]',
  ]);
  assert.deepEqual(fixTitles(text), []);
});

test('a sub-table that the type names', () => {
  const text = `[[runners]]
  [runners.cache]
    Type = "azure"
    AccountName = "x"
`;
  assert.deepEqual(dataReportOf(text), [
    '4 warning misplaced-key «AccountName»: misplaced-key home=[runners.cache.azure] key=AccountName table=[runners.cache]',
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
  // What else the cache needs is another matter.
  assert.deepEqual(briefReportOf(after), ['4 warning cache-bucket-empty «runners.cache.azure»']);
});

test('no runner yet', () => {
  const text = 'url = "https://gitlab.com"\n';
  assert.deepEqual(dataReportOf(text), [
    '1 warning misplaced-key «url»: misplaced-key home=[[runners]] key=url table=top',
  ]);
  assert.deepEqual(fixTitles(text), ['Move to `[[runners]]`']);
  const after = fixed(text, 'Move to `[[runners]]`');
  assert.equal(
    after,
    `[[runners]]
  url = "https://gitlab.com"
`,
  );
  assert.deepEqual(dataReportOf(after), []);
});

test('what a plugin reads belongs in its own table, whatever else is called so', () => {
  const text = `[[runners]]
  executor = "docker-autoscaler"
  [runners.autoscaler]
    plugin = "aws"
    name = "my-group"
    max_instances = 2
`;
  assert.deepEqual(briefReportOf(text), ['5 warning misplaced-key «name»']);
  assert.deepEqual(fixTitles(text), ['Move to `[runners.autoscaler.plugin_config]`']);
  const after = fixed(text, 'Move to `[runners.autoscaler.plugin_config]`');
  assert.equal(
    after,
    `[[runners]]
  executor = "docker-autoscaler"
  [runners.autoscaler]
    plugin = "aws"
    max_instances = 2
    [runners.autoscaler.plugin_config]
      name = "my-group"
`,
  );
  assert.deepEqual(briefReportOf(after), []);
});

test('the move out of a map is the preferred fix, and none that is applied unasked', () => {
  for (const line of ['limit = 2', 'privileged = true']) {
    const fixes = findingsOf(`[[runners]]\n[runners.docker.sysctls]\n${line}\n`).flatMap(
      ({ fixes: all }) => all?.() ?? [],
    );
    assert.equal(fixes[0]?.preferred, true, line);
    assert.ok(
      fixes.every(({ safe }) => !safe),
      line,
    );
    assert.ok(
      fixes.slice(1).every(({ preferred }) => !preferred),
      line,
    );
  }
});

test('a key of several tables goes to the one around it, and its value with it as that one takes it', () => {
  const docker = (above: string, below: string) =>
    `[[runners]]\n  executor = "docker"\n${above}  [runners.docker]\n    image = "a"\n${below}`;
  const lists = [
    ['environment = ["A=1"]', 'Move to `[[runners]]`', 'environment = ["A=1"]'],
    [
      'environment = "A=1" # a',
      'Move to `[[runners]]` as `environment` with the value `["A=1"]`',
      'environment = ["A=1"] # a',
    ],
    ['limit = "3"', 'Move to `[[runners]]` as `limit` with the value `3`', 'limit = 3'],
  ] as const;
  for (const [wrong, title, right] of counted(lists, 3)) {
    const text = docker('', `    ${wrong}\n`);
    assert.deepEqual(fixTitles(text), [title]);
    assert.equal(fixed(text, title), docker(`  ${right}\n`, ''));
    assert.deepEqual(briefReportOf(fixed(text, title)), []);
  }
  // A list that only one table of many has is no more than a guess.
  assert.deepEqual(fixTitles(docker('', '    command = "a"\n')), []);
});

test('what is set in both places with another value is not thrown away unasked', () => {
  const both = (value: string) =>
    `[[runners]]\n  executor = "docker"\n  environment = ["A=1"]\n  [runners.docker]\n    image = "a"\n    environment = ${value}\n`;
  const preferred = (text: string) => findingsOf(text).map(({ fixes }) => fixes?.()[0]?.preferred);
  assert.deepEqual(preferred(both('["A=1"]')), [true]);
  assert.deepEqual(preferred(both('["B=1"]')), [false]);
});

test('what the runner ignores where it stands, and could not read where it belongs, stays', () => {
  const slipped = (value: string) =>
    `[[runners]]\n  executor = "docker"\n  memory = ${value}\n  [runners.docker]\n    image = "a"\n`;
  assert.deepEqual(fixTitles(slipped('"2g"')), ['Move to `[runners.docker]`']);
  assert.deepEqual(fixTitles(slipped('"2 gigs"')), []);
  assert.deepEqual(fixTitles(slipped('"{{ memory }}"')), ['Move to `[runners.docker]`']);
});

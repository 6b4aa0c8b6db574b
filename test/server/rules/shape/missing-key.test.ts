import assert from 'node:assert/strict';
import { test } from 'node:test';
import { message } from '../../../../server/text/message';
import { briefReportOf, dataReportOf, findingsOf, fixed, fixTitles } from '../../findings';

test('a runner with a token needs the rest', () => {
  const text = `[[runners]]
  token = "glrt-x"
`;
  assert.deepEqual(dataReportOf(text), [
    '1 warning missing-key «runners»: missing-key key=url why=(required.runner-url)',
    '1 error missing-key «runners»: missing-key key=executor why=(required.runner-executor)',
  ]);
  assert.deepEqual(fixTitles(text), ['Add `url`', 'Add `executor`']);
  const after = fixed(text, 'Add `url`');
  assert.equal(
    after,
    `[[runners]]
  token = "glrt-x"
  url = "https://gitlab.com"
`,
  );
  assert.deepEqual(dataReportOf(after), [
    '1 error missing-key «runners»: missing-key key=executor why=(required.runner-executor)',
  ]);
  const after1 = fixed(text, 'Add `executor`');
  assert.equal(
    after1,
    `[[runners]]
  token = "glrt-x"
  executor = "shell"
`,
  );
  assert.deepEqual(dataReportOf(after1), [
    '1 warning missing-key «runners»: missing-key key=url why=(required.runner-url)',
  ]);
});

test('a template without a token does not', () => {
  const text = `[[runners]]
  [runners.docker]
`;
  assert.deepEqual(dataReportOf(text), []);
  assert.deepEqual(fixTitles(text), []);
});

test('an nfs volume', () => {
  const text = `[[runners]]
  [[runners.kubernetes.volumes.nfs]]
    name = "n"
    mount_path = "/m"
    server = "s"
`;
  assert.deepEqual(dataReportOf(text), [
    '2 error missing-key «runners.kubernetes.volumes.nfs»: missing-key.refused key=path',
  ]);
  assert.deepEqual(fixTitles(text), ['Add `path` with an example: `"/exports/datasets"`']);
  const after = fixed(text, 'Add `path` with an example: `"/exports/datasets"`');
  assert.equal(
    after,
    `[[runners]]
  [[runners.kubernetes.volumes.nfs]]
    name = "n"
    mount_path = "/m"
    server = "s"
    path = "/exports/datasets"
`,
  );
  assert.deepEqual(dataReportOf(after), []);
});

test('in an inline table', () => {
  const text = `[[runners]]
  [runners.docker]
    services = [{ alias = "db" }]
`;
  assert.deepEqual(briefReportOf(text), ['3 warning missing-key «{»']);
  assert.deepEqual(
    findingsOf(text)[0]?.message,
    message('missing-key', { key: 'name', why: message('required.service-name') }),
  );
  assert.deepEqual(fixTitles(text), ['Add `name` with an example: `"postgres:17"`']);
  const after = fixed(text, 'Add `name` with an example: `"postgres:17"`');
  assert.equal(
    after,
    `[[runners]]
  [runners.docker]
    services = [{ alias = "db", name = "postgres:17" }]
`,
  );
  assert.deepEqual(dataReportOf(after), []);
});

test('a value that is empty is as good as none', () => {
  const text = `[[runners]]
  [[runners.kubernetes.host_aliases]]
    ip = ""
    hostnames = [""]
  [[runners.kubernetes.services]]
    name = "{{ .name }}"
  [[runners.kubernetes.volumes.nfs]]
    name = "n"
    mount_path = "/m"
    server = "s"
    path = ""
`;
  assert.deepEqual(briefReportOf(text), [
    // Kubernetes refuses a pod with either.
    '3 error missing-key «ip»',
    '4 error missing-key «hostnames»',
    '11 error missing-key «path»',
  ]);
  const hostnames = '["gitlab.example.com", "registry.example.com"]';
  const [title = ''] = fixTitles(text).filter((each) => each.includes('hostnames'));
  assert.ok(fixed(text, title).includes(`\n    hostnames = ${hostnames}\n`));
});

test('what is there in a table below, or misspelled, is not missing as well', () => {
  const runner = '[[runners]]\n  url = "https://x"\n  token = "abc"\n';
  assert.deepEqual(briefReportOf(`${runner}  [runners.docker]\n    image = "x"\n    executor = "docker"\n`), [
    '6 error misplaced-key «executor»',
  ]);
  assert.deepEqual(briefReportOf(`${runner}  xecutor = "shell"\n`), ['4 error unknown-key «xecutor»']);
  assert.deepEqual(briefReportOf(`${runner}  [runners.docker]\n    image = "x"\n`), ['1 error missing-key «runners»']);
});

test('a key that a table cannot do without, misspelled: that is all that is said, as gravely as if it were missing', () => {
  const table = (lines: string) => `[[runners]]\n  [[runners.kubernetes.${lines}`;
  assert.deepEqual(
    briefReportOf(table('volumes.nfs]]\n    name = "n"\n    mountpath = "/m"\n    server = "s"\n    paht = "/x"\n')),
    ['4 error unknown-key «mountpath»', '6 error unknown-key «paht»'],
  );
  assert.deepEqual(briefReportOf(table('services]]\n    image = "x"\n')), ['3 warning unknown-key «image»']);
  assert.deepEqual(briefReportOf(table('host_aliases]]\n    ip = "1.1.1.1"\n    hostname = ["a"]\n')), [
    '4 warning unknown-key «hostname»',
  ]);
});

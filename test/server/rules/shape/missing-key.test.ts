import assert from 'node:assert/strict';
import { test } from 'node:test';
import { message } from '../../../../server/text/message';
import { briefReportOf, findingsOf, fixed, fixTitles, reportOf } from '../../findings';

test('a runner with a token needs the rest', () => {
  const text = `[[runners]]
  token = "glrt-x"
`;
  assert.deepEqual(reportOf(text), [
    '1 warning missing-key «runners»: `url` is missing. The runner cannot ask GitLab for jobs without it.',
    '1 warning missing-key «runners»: `executor` is missing. The runner cannot run jobs without it.',
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
  assert.deepEqual(reportOf(after), [
    '1 warning missing-key «runners»: `executor` is missing. The runner cannot run jobs without it.',
  ]);
  const after1 = fixed(text, 'Add `executor`');
  assert.equal(
    after1,
    `[[runners]]
  token = "glrt-x"
  executor = "shell"
`,
  );
  assert.deepEqual(reportOf(after1), [
    '1 warning missing-key «runners»: `url` is missing. The runner cannot ask GitLab for jobs without it.',
  ]);
});

test('a template without a token does not', () => {
  const text = `[[runners]]
  [runners.docker]
`;
  assert.deepEqual(reportOf(text), []);
  assert.deepEqual(fixTitles(text), []);
});

test('an nfs volume', () => {
  const text = `[[runners]]
  [[runners.kubernetes.volumes.nfs]]
    name = "n"
    mount_path = "/m"
    server = "s"
`;
  assert.deepEqual(reportOf(text), [
    '2 error missing-key «runners.kubernetes.volumes.nfs»: `path` is missing. The runner does not start without it.',
  ]);
  assert.deepEqual(fixTitles(text), ['Add `path`']);
  const after = fixed(text, 'Add `path`');
  assert.equal(
    after,
    `[[runners]]
  [[runners.kubernetes.volumes.nfs]]
    name = "n"
    mount_path = "/m"
    server = "s"
    path = ""
`,
  );
  assert.deepEqual(reportOf(after), []);
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
  assert.deepEqual(fixTitles(text), ['Add `name`']);
  const after = fixed(text, 'Add `name`');
  assert.equal(
    after,
    `[[runners]]
  [runners.docker]
    services = [{ alias = "db", name = "" }]
`,
  );
  assert.deepEqual(reportOf(after), []);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { briefReportOf, dataReportOf } from '../../findings';

const at = (version: string, text: string) => `# gitlab-runner: version=${version}\n${text}`;
const docker = (line: string) => `[[runners]]\n  [runners.docker]\n    ${line}\n`;

test('TOML 1.1 is refused before 18.9', () => {
  const text = docker('sysctls = { a = "b", }');
  assert.deepEqual(dataReportOf(at('18.8', text)), [
    '4 error requires-newer-runner «,»: requires-newer-runner.inline-trailing-comma since=18.9 version=18.8',
  ]);
  assert.deepEqual(dataReportOf(at('18.9', text)), []);
  assert.deepEqual(dataReportOf(text), []);
});

test('a table over several lines is one cause, on its brace; another value is another', () =>
  assert.deepEqual(briefReportOf(at('18.8', docker('sysctls = {\n  a = "b",\n  c = "d",\n}\n    image = "\\x61"'))), [
    '4 error requires-newer-runner «{»',
    '8 error requires-newer-runner «\\x61»',
  ]));

test('lists over several lines are old', () =>
  assert.deepEqual(briefReportOf(at('12.0', docker('volumes = [\n  "/cache",\n]'))), []));

test('in a template a comma may have something behind it', () =>
  assert.deepEqual(briefReportOf(at('18.8', docker('sysctls = { a = "b", {% if c %}c = "d"{% endif %} }'))), []));

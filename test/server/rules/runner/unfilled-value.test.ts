import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDocument } from '../../../../server/check/check';
import { createDocument } from '../../../../server/meaning/create-document';
import { briefReportOf, context } from '../../findings';

const runner = (url: string, token: string) => `[[runners]]
  url = "${url}"
  token = "${token}"
  executor = "shell"
`;
const GITLAB = 'https://gitlab.example.com';

test('tokens and addresses that nobody has put in', () => {
  for (const token of [
    'glrt-REPLACE_ME',
    '<TOKEN>',
    'REPLACE_ME',
    'YOUR_TOKEN_HERE',
    'glrt-<your-token>',
    'changeme',
    'TOKEN_PLACEHOLDER',
    'PROJECT_REGISTRATION_TOKEN',
    'GITLAB-RUNNER-TOKEN',
    'RUNNER TOKEN HERE',
  ]) {
    assert.deepEqual(briefReportOf(runner(GITLAB, token)), [`3 hint unfilled-value «"${token}"»`]);
  }
  for (const url of ['<URL>', 'https://<your-gitlab>/', 'https://REPLACE_ME', 'https://gitlab.YOUR_DOMAIN']) {
    assert.deepEqual(briefReportOf(runner(url, 'glrt-a')), [`2 hint unfilled-value «"${url}"»`]);
  }
});

test('what may be a real one, or is filled in by a program', () => {
  for (const token of [
    'glrt-0123456789abcdefghij',
    'glrt-t3_4meYOURx',
    'TOKENIZER',
    'glrt-TOKEN_0123456789',
    'XTOKEN0',
    '$TOKEN',
    `\${TOKEN}`,
    '__REPLACE_ME__',
    '@TOKEN@',
    '{{ token }}',
  ]) {
    assert.deepEqual(briefReportOf(runner(GITLAB, token)), [], token);
  }
  for (const url of ['https://placeholder.com', 'https://your-company.com', 'https://change-me.org', 'https://$HOST']) {
    assert.deepEqual(briefReportOf(runner(url, 'glrt-a')), [], url);
  }
});

test('only a configuration that a runner reads as it is', () => {
  const text = runner(GITLAB, 'glrt-REPLACE_ME');
  const found = (uri: string, of = text) =>
    checkDocument(createDocument(uri, of), context).flatMap(({ code }) => (code === 'unfilled-value' ? [code] : []));
  for (const uri of ['file:///etc/gitlab-runner/config.toml', 'untitled:config.toml', 'file:///a/latest/config.toml']) {
    assert.deepEqual(found(uri), ['unfilled-value'], uri);
  }
  for (const path of [
    'a.toml',
    'config.toml.example',
    'config.template.toml',
    'examples/config.toml',
    'docs/a/config.toml',
  ]) {
    assert.deepEqual(found(`file:///${path}`), [], path);
  }
  assert.deepEqual(found('file:///config.toml', `${text}  name = "{{ name }}"\n`), []);
  // Who fills in one of these fills in the others.
  assert.deepEqual(found('file:///config.toml', `${text}  name = "__NAME__"\n`), []);
  assert.deepEqual(found('file:///config.toml', `${text}  name = "a"\n`), ['unfilled-value']);
});

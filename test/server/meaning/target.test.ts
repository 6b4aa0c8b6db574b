/** Which runner a file is for. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDocument } from '../../../server/check/check';
import { checkConfiguration } from '../../../server/check/check-configuration';
import { type Configuration, readConfiguration } from '../../../server/meaning/configuration';
import type { Finding } from '../../../server/meaning/finding';
import { readFile } from '../../../server/meaning/host-file';
import { targetOf, versionMarks } from '../../../server/meaning/target';
import { versionText } from '../../../server/schema/version';
import { briefReportOf, context, documentOf, reportOf } from '../findings';
import { said } from '../said';

const set = { ...context, runnerVersion: { major: 17, minor: 5 } };

function target(text: string, use = context): string {
  const { version, source } = targetOf(versionMarks(documentOf(text)), use);
  return `${versionText(version)} ${source}`;
}

test('the comment wins over the setting, the setting over the newest that is released', () => {
  assert.equal(target('concurrent = 1\n'), '19.3 newest');
  assert.equal(target('concurrent = 1\n', set), '17.5 setting');
  assert.equal(target('# gitlab-runner: version=16.6\nconcurrent = 1\n', set), '16.6 comment');
});

for (const comment of [
  '# gitlab-runner: version=16.6',
  '#gitlab-runner:version=v16.6.2',
  '  # gitlab-runner : version = "16.6" as on the hosts',
  'concurrent = 1 # gitlab-runner: version=16.6',
  '[[runners]]\n# gitlab-runner: version=16.6',
]) {
  test(`${JSON.stringify(comment)} names 16.6`, () => assert.equal(target(`${comment}\n`), '16.6 comment'));
}

for (const text of [
  '# gitlab-runner version=16.6',
  '# gitlab-runner: version 16.6 is on the hosts',
  '[[runners]]\nname = "# gitlab-runner: version=16.6"',
]) {
  test(`${JSON.stringify(text)} names none`, () => {
    assert.equal(target(`${text}\n`), '19.3 newest');
    assert.deepEqual(briefReportOf(`${text}\n`), []);
  });
}

test('a newer version than the newest known counts as that', () => {
  assert.equal(target('# gitlab-runner: version=42.0\n'), '19.4 comment');
  assert.deepEqual(reportOf('# gitlab-runner: version=42.0\n'), []);
});

test('a version that is none is reported once, and what was set holds', () => {
  const text = '# gitlab-runner: version=latest\nconnection_max_age = "1m"\n';
  assert.equal(target(text, set), '17.5 setting');
  assert.deepEqual(reportOf(text), [
    '1 warning runner-version «# gitlab-runner: version=latest»: `latest` is not a version. Write one such as `16.6`. The comment is ignored.',
  ]);
  assert.deepEqual(reportOf('# gitlab-runner: version=16.12\n'), [
    '1 warning runner-version «# gitlab-runner: version=16.12»: `16.12` is not a version of GitLab Runner: the last version 16 is `16.11`. The comment is ignored.',
  ]);
});

test('of two comments the first one counts, and the other says so', () => {
  const text = '# gitlab-runner: version=16.6\n# gitlab-runner: version=18.0\nconcurrent = 1\n';
  assert.equal(target(text), '16.6 comment');
  assert.deepEqual(briefReportOf(text), ['2 hint runner-version «# gitlab-runner: version=18.0»']);
  assert.equal(target('# gitlab-runner: version=\n# gitlab-runner: version=18.0\n'), '18.0 comment');
});

test('another version gives no stale findings from the cache', () => {
  let before: Configuration | undefined;
  const runner = '[[runners]]\n  pre_clone_script = "true"\n  unhealthy_interval = "1m"\n  [runners.machine]\n';
  for (const version of ['16.6', '15.8', '16.6', '19.3', '12.0', '19.3']) {
    const document = documentOf(`# gitlab-runner: version=${version}\n${runner}`);
    const configuration = readConfiguration(document, before);
    before = configuration;
    const plain = ({ code, message }: Finding) => `${code} ${said(message)}`;
    assert.deepEqual(
      checkConfiguration(configuration, context).map(({ finding }) => plain(finding)),
      checkDocument(document, context).map(plain),
      version,
    );
  }
});

test('each configuration of a YAML file may be for a runner of its own', () => {
  const block = (version: string) =>
    `    runners:\n      config: |\n        # gitlab-runner: version=${version}\n        [[runners]]\n          unhealthy_interval = "{{ .Values.interval }}"\n          pre_clone_script = "a"\n`;
  const { documents } = readFile(
    'file:///values.yaml',
    `a:\n  gitlab-runner:\n${block('16.6')}b:\n  gitlab-runner:\n${block('18.0')}`,
    'yaml',
  );
  assert.deepEqual(
    documents.map((document) => checkDocument(document, context).map(({ code }) => code)),
    [['deprecated-key'], ['removed-key']],
  );
});

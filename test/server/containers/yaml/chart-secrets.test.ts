/** Tokens in clear in the values of the chart: said of a file under version control, once each; stand-ins and names are no tokens. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Service } from '../../../../server/service';
import { counted } from '../../../counted';

const TOKEN = 'glrt-t3_sLw9Zq7Rk2Xv8Bn4Tp6Y';
const CONFIG = 'runners:\n  config: |\n    [[runners]]\n      [runners.kubernetes]\n        image = "alpine:3.20"\n';

/** What is said of a file, with the text that it is said of. */
function saidOf(values: string, isVersioned = true): string[] {
  const service = new Service();
  const text = TextDocument.create('file:///values.yaml', 'yaml', 1, values);
  service.versioned(text.uri, isVersioned);
  return service.diagnostics(text).map(({ code, severity, range }) => `${code} ${severity} ${text.getText(range)}`);
}

test('a token of the chart is said once, in a repository alone', () => {
  for (const key of ['runnerToken', 'runnerRegistrationToken']) {
    for (const written of [TOKEN, `"${TOKEN}"`, `'${TOKEN}'`]) {
      const values = `gitlabUrl: https://gitlab.example.com\n${key}: ${written}\n${CONFIG}`;
      assert.deepEqual(saidOf(values), [`secret-in-clear 2 ${written}`]);
      assert.deepEqual(saidOf(values, false), []);
    }
  }
});

test('a token below the name of the chart in an umbrella chart', () => {
  const below = `runnerToken: ${TOKEN}\n${CONFIG}`.replaceAll(/^(?=.)/gm, '  ');
  assert.deepEqual(saidOf(`gitlab-runner:\n${below}`), [`secret-in-clear 2 ${TOKEN}`]);
});

test('what is no token in clear is not said', () => {
  const quiet = [
    '""',
    'null',
    'REDACTED',
    '"<your token>"',
    'changeme',
    `"\${RUNNER_TOKEN}"`,
    '$RUNNER_TOKEN',
    '"{{ .Values.token }}"',
    'ref+vault://secret/gitlab#/runner-token',
    'ENC[AES256_GCM,data:p673w==,iv:YY=,aad:UQ=,tag:A=]',
    'glrt-xxxxxxxxxxxxxxxxxxxx',
    '<path:kv/data/gitlab-runner#token>',
    'op://vault/gitlab-runner/token-of-runner',
    '\n  secretKeyRef: token-of-the-runner-in-production-1',
  ];
  for (const written of counted(quiet))
    assert.deepEqual(saidOf(`gitlabUrl: https://gitlab.example.com\nrunnerToken: ${written}\n${CONFIG}`), [], written);
});

/** Secrets in clear text in a file under version control: one warning each, and never a word of the secret. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Service } from '../../../../server/service';
import { counted } from '../../../counted';

const HEAD = '[[runners]]\n  name = "a"\n  url = "https://gitlab.example.com"\n  executor = "shell"\n';
const SECRET = 'q7Zr4vT1mXw8Lp3Kd6Yb';
const TOKEN = `  token = "glrt-${SECRET}"\n`;

interface File {
  readonly name?: string;
  readonly languageId?: string;
  readonly isVersioned?: boolean;
}

/** The warnings: the text that each is about, and which advice it has. */
function warnings(text: string, { name = 'config.toml', languageId = 'toml', isVersioned = true }: File = {}) {
  const uri = `file:///gitlab-runner/${name}`;
  const service = new Service();
  service.versioned(uri, isVersioned);
  const lines = text.split('\n');
  return service
    .diagnostics({ uri, languageId, version: 1, getText: () => text })
    .filter(({ code }) => code === 'secret-in-clear')
    .map(({ range, message }) => {
      assert.ok(!message.toString().includes(SECRET));
      const { start, end } = range;
      return lines[start.line]?.slice(start.character, end.character);
    });
}

test('only in a repository', () => {
  assert.deepEqual(warnings(HEAD + TOKEN), [`"glrt-${SECRET}"`]);
  assert.deepEqual(warnings(HEAD + TOKEN, { isVersioned: false }), []);
});

test('each secret once', () => {
  const cases: readonly [text: string, found: readonly string[]][] = [
    [
      '  [runners.cache.s3]\n    AccessKey = "AKIAIOSFODNN7EXAMPLE"\n    SecretKey = "S"\n',
      ['"AKIAIOSFODNN7EXAMPLE"', '"S"'],
    ],
    ['  [runners.cache.s3]\n    AccessKey = "root"\n    SessionToken = "S"\n', ['"S"']],
    ['  [runners.cache.gcs]\n    PrivateKey = "S"\n', ['"S"']],
    ['  [runners.cache.azure]\n    AccountKey = "S"\n', ['"S"']],
    ['  [runners.ssh]\n    password = "S"\n', ['"S"']],
    ['  [runners.kubernetes]\n    bearer_token = "S"\n', ['"S"']],
    ['  [runners.autoscaler.connector_config]\n    password = "S"\n', ['"S"']],
    ['  [runners.autoscaler.plugin_config]\n    api_token = "S"\n    credentials_file = "/etc/key"\n', ['"S"']],
    ['  [runners.machine]\n    MachineOptions = ["amazonec2-secret-key=S", "amazonec2-region=eu"]\n', ['S']],
    ['  environment = ["DB_PASSWORD=S", "TOKEN_FILE=/run/token", "A=b"]\n', ['S']],
    ['  environment = ["HTTPS_PROXY=http://me:S@proxy:3128", "NO_PROXY=localhost"]\n', ['S']],
    [
      `  environment = ['DOCKER_AUTH_CONFIG={"auths":{"r.example.com":{"auth":"S"}}}']\n`,
      ['{"auths":{"r.example.com":{"auth":"S"}}}'],
    ],
    [`  environment = ['DOCKER_AUTH_CONFIG={"credsStore":"ecr-login"}']\n`, []],
  ];
  const filled = (text: string) => text.replace(/\bS\b/g, SECRET);
  for (const [text, found] of counted(cases)) assert.deepEqual(warnings(HEAD + filled(text)), found.map(filled), text);
  assert.deepEqual(warnings(`sentry_dsn = "https://abc:${SECRET}@sentry.example.com/1"\n${HEAD}`).length, 1);
  assert.deepEqual(warnings(`sentry_dsn = "https://${SECRET}@sentry.example.com/1"\n${HEAD}`), []);
});

test('what somebody fills in, or what stands for a secret, is none', () => {
  const tokens = [
    '',
    '$RUNNER_TOKEN',
    '$' + '{RUNNER_TOKEN}',
    '{{ runner_token_of_the_group }}',
    '__TOKEN_TO_BE_REPLACED__',
    '%RUNNER_TOKEN_OF_HOST%',
    '<the-token-of-your-runner>',
    'YOUR_RUNNER_AUTHENTICATION_TOKEN_HERE',
    'MY-AWESOME-RUNNER-TOKEN',
    'your-gitlab-runner-token-here',
    'glrt-xxxxxxxxxxxxxxxxxxxx',
    'glrt-EXAMPLE_TOKEN_0001',
    'REDACTED0000000000000000',
    '****-************************',
    '[PUT THE TOKEN IN HERE]',
    'production-server-password',
    'glrt-abc…',
    'too-short',
  ];
  for (const token of counted(tokens)) assert.deepEqual(warnings(`${HEAD}  token = "${token}"\n`), [], token);
});

test('switches, numbers, paths and addresses are no secrets whatever their name is', () => {
  const values = ['true', '3600', '/run/secrets/token', 'https://vault.example.com', '$TOKEN', 'changeme', ''];
  for (const value of counted(values)) assert.deepEqual(warnings(`${HEAD}  environment = ["A_TOKEN=${value}"]\n`), []);
});

test('of a chart, and not in an example', () => {
  const chart = `runners:\n  config: |\n    [[runners]]\n      executor = "kubernetes"\n      [runners.cache.s3]\n        SecretKey = "${SECRET}"\n`;
  assert.deepEqual(warnings(chart, { name: 'values.yaml', languageId: 'yaml' }), [`"${SECRET}"`]);
});

test('a comment switches it off, and is no mistake where nobody knows of a repository', () => {
  const text = `${HEAD}  token = "glrt-${SECRET}" # gitlab-runner: ignore=secret-in-clear\n`;
  const service = new Service();
  const uri = 'file:///gitlab-runner/config.toml';
  const codes = () =>
    service.diagnostics({ uri, languageId: 'toml', version: 1, getText: () => text }).map(({ code }) => code);
  assert.deepEqual(codes(), []);
  service.versioned(uri, true);
  assert.deepEqual(codes(), []);
});

/** What is said of addresses, tokens and certificates. */
import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { counted } from '../../counted';
import { briefReportOf, fixed, reportOf } from '../findings';

/** A runner with these lines, from line 2 on. */
function runner(lines: string): string {
  return `[[runners]]\n${lines}\n`;
}

const url = (text: string) => runner(`url = "${text}"`);

describe('an address of GitLab', () => {
  const wrong: readonly (readonly [string, string, string?])[] = [
    ['gitlab.example.com', '«"gitlab.example.com"»', 'https://gitlab.example.com'],
    ['gitlab.example.com:8443', '«"gitlab.example.com:8443"»', 'https://gitlab.example.com:8443'],
    ['https//x', '«"https//x"»', 'https://x'],
    ['https:/gitlab.example.com', '«"https:/gitlab.example.com"»', 'https://gitlab.example.com'],
    ['ftp://x', '«ftp://»'],
    ['ssh://git@x', '«ssh://»'],
    ['git@x:y', '«"git@x:y"»'],
    ['https://', '«"https://"»'],
    [' https://gitlab.example.com', '«" https://gitlab.example.com"»', 'https://gitlab.example.com'],
    ['https://gitlab.example.com ', '« »', 'https://gitlab.example.com'],
    ['https://gitlab.example.com:abc', '«abc»'],
    ['https://gitlab.example.com:99999', '«99999»'],
    ['https://gitlab example.com', '« »'],
    ['https://[::1', '«[::1»'],
  ];
  for (const [text, span, meant] of counted(wrong)) {
    it(JSON.stringify(text), () => {
      assert.deepEqual(briefReportOf(url(text)), [`2 error invalid-value ${span}`]);
      if (meant) assert.equal(fixed(url(text), `Change to \`"${meant}"\``), url(meant));
    });
  }
  const right = [
    'https://gitlab.example.com',
    'http://10.0.0.1:8080/gitlab/',
    'HTTPS://gitlab.example.com',
    'https://[2001:db8::1]:8443/',
    'https://user:p@gitlab.example.com',
    `\${URL}`,
    '$GITLAB_URL',
    `https://\${HOST}:\${PORT}`,
    '',
    'https://gitlab.example.com:',
    'http://gitlab',
    'GITLAB_URL',
  ];
  for (const text of counted(right)) it(JSON.stringify(text), () => assert.deepEqual(briefReportOf(url(text)), []));
});

test('an address to clone from', () => {
  const clone = (text: string) => briefReportOf(runner(`clone_url = "${text}"`));
  for (const text of counted(['git@gitlab:22', 'ssh://git@x', 'gitlab.internal']))
    assert.match(clone(text).join(), /^2 warning invalid-value/, text);
  assert.match(clone('https://g:abc').join(), /^2 error invalid-value «abc»/);
  for (const text of counted(['http://192.168.1.23', 'https://gitlab.internal:8443', 'https://g/x']))
    assert.deepEqual(clone(text), [], text);
});

test('an address without anything', () => {
  const text = runner('url = ""\ntoken = "glrt-abcdefghij0123456789"\nexecutor = "shell"');
  assert.deepEqual(briefReportOf(text), ['2 warning missing-key «url»']);
});

test('an address at which metrics are', () => {
  const listen = (text: string) => `listen_address = "${text}"\n`;
  assert.deepEqual(briefReportOf(listen('::1:9252')), ['1 warning invalid-value «"::1:9252"»']);
  assert.equal(fixed(listen('::1:9252'), 'Change to `"[::1]:9252"`'), listen('[::1]:9252'));
  assert.deepEqual(briefReportOf(listen('http://localhost:9252/metrics')), ['1 warning invalid-value «http://»']);
  assert.equal(
    fixed(listen('http://localhost:9252/metrics'), 'Change to `"localhost:9252"`'),
    listen('localhost:9252'),
  );
  assert.deepEqual(briefReportOf(listen('[::1')), ['1 warning invalid-value «"[::1"»']);
  assert.deepEqual(briefReportOf(listen(':99999')), ['1 error invalid-value «99999»']);
  for (const text of counted([':9252', 'localhost:9252', '0.0.0.0:9252', '[::]:9252', 'localhost', '', ':http']))
    assert.deepEqual(briefReportOf(listen(text)), [], text);
});

test('where the session server listens', () => {
  const session = (lines: string) => `[session_server]\n${lines}\n`;
  const listen = (text: string) => session(`listen_address = "${text}"\nadvertise_address = "r.example.com:8093"`);
  assert.deepEqual(briefReportOf(listen('r.example.com')), ['2 error invalid-value «"r.example.com"»']);
  assert.deepEqual(briefReportOf(listen('https://r.example.com:8093')), ['2 error invalid-value «https://»']);
  assert.deepEqual(briefReportOf(listen(':8093:1')), ['2 error invalid-value «":8093:1"»']);
  for (const text of counted(['r.example.com:8093', '10.0.0.1:8093', '[::1]:8093', ':8093', '[::]:8093', '']))
    assert.deepEqual(briefReportOf(listen(text)), [], text);
  assert.deepEqual(briefReportOf(session('listen_address = ":8093"')), ['2 error session-server-no-host «":8093"»']);
  assert.deepEqual(briefReportOf(session('listen_address = ":8093"\nadvertise_address = "r.example.com"')), [
    '3 error session-server-no-host «"r.example.com"»',
  ]);
  assert.deepEqual(briefReportOf(session('listen_address = "[::]:8093"\nadvertise_address = "r.example.com"')), [
    '3 hint session-address-parse «"r.example.com"»',
  ]);
  assert.deepEqual(briefReportOf(session('listen_address = "0.0.0.0:8093"')), [
    '2 warning session-advertise «"0.0.0.0:8093"»',
  ]);
  const scheme = session('listen_address = "[::]:8093"\nadvertise_address = "https://r.example.com:8093"');
  assert.deepEqual(briefReportOf(scheme), ['3 error invalid-value «https://»']);
  assert.deepEqual(briefReportOf(fixed(scheme, 'Change to `"r.example.com:8093"`')), []);
  assert.deepEqual(briefReportOf(session('listen_address = "[::]:8093"\nadvertise_address = ":8093:1"')), [
    '3 warning invalid-value «":8093:1"»',
  ]);
});

test('two that listen at one port', () => {
  const file = (metrics: string, sessions: string) =>
    briefReportOf(
      `listen_address = "${metrics}"\n[session_server]\nlisten_address = "${sessions}"\nadvertise_address = "r.example.com:9252"\n`,
    );
  assert.deepEqual(file(':9252', '0.0.0.0:9252'), ['3 error same-port «"0.0.0.0:9252"»']);
  assert.deepEqual(file('localhost', 'localhost:9252'), ['3 error same-port «"localhost:9252"»']);
  assert.deepEqual(file('127.0.0.1:9252', ':9252'), ['3 warning same-port «":9252"»']);
  assert.deepEqual(file('127.0.0.1:9252', '10.0.0.1:9252'), []);
  assert.deepEqual(file(':9252', ':8093'), []);
});

test('localhost for jobs in containers', () => {
  const text = (url: string, more: string, executor = 'docker') =>
    briefReportOf(runner(`url = "${url}"\nexecutor = "${executor}"\n${more}[runners.docker]\nimage = "a:1"`));
  assert.deepEqual(text('http://localhost', ''), ['2 warning url-localhost «"http://localhost"»']);
  assert.deepEqual(text('https://127.0.0.1:8443/', ''), ['2 warning url-localhost «"https://127.0.0.1:8443/"»']);
  // Where nothing answers, nothing is meant to: a test asks there.
  assert.deepEqual(text('https://127.0.0.1:1', ''), []);
  assert.deepEqual(text('https://127.0.0.1:9/', ''), []);
  assert.deepEqual(text('https://127.0.0.1:19/', ''), ['2 warning url-localhost «"https://127.0.0.1:19/"»']);
  assert.deepEqual(text('http://localhost', 'clone_url = "http://192.168.1.23"\n'), []);
  assert.deepEqual(briefReportOf(runner('url = "http://localhost"\nexecutor = "shell"')), []);
  const docker = (line: string) =>
    briefReportOf(runner(`url = "http://localhost"\nexecutor = "docker"\n[runners.docker]\nimage = "a:1"\n${line}`));
  assert.deepEqual(docker('network_mode = "host"'), []);
  assert.deepEqual(docker('extra_hosts = ["localhost.example.com:10.0.0.1"]'), []);
});

test('an address of old, and those without encryption', () => {
  const text = url('https://gitlab.example.com/ci/');
  assert.deepEqual(briefReportOf(text), ['2 hint legacy-ci-url «/ci/»']);
  assert.equal(fixed(text, 'Remove `/ci`'), url('https://gitlab.example.com'));
  assert.deepEqual(briefReportOf(url('http://gitlab.example.com')), ['2 hint url-http «"http://gitlab.example.com"»']);
  for (const own of counted(['http://gitlab', 'http://10.0.0.1', 'http://gitlab.corp', 'http://g.svc.cluster.local']))
    assert.deepEqual(briefReportOf(url(own)), [], own);
  assert.deepEqual(
    briefReportOf(runner('url = "https://gitlab.example.com"\nclone_url = "http://gitlab.example.com"')),
    ['3 hint clone-url-http «"http://gitlab.example.com"»'],
  );
  assert.deepEqual(briefReportOf(runner('url = "http://10.0.0.1"\nclone_url = "http://10.0.0.2"')), []);
});

test('half of a certificate', () => {
  assert.deepEqual(briefReportOf(runner('tls-cert-file = "/c.crt"')), ['2 warning tls-pair «tls-cert-file»']);
  assert.deepEqual(briefReportOf(runner('tls-cert-file = ""\ntls-key-file = "/k"')), [
    '3 warning tls-pair «tls-key-file»',
  ]);
  assert.deepEqual(briefReportOf(runner('tls-cert-file = "/c.crt"\ntls-key-file = "/k"')), []);
});

test('Sentry and Snowplow', () => {
  assert.deepEqual(briefReportOf('sentry_dsn = "sentry.example.com/1"\n'), [
    '1 warning sentry-dsn «"sentry.example.com/1"»',
  ]);
  for (const dsn of counted(['https://abc@sentry.example.com/1', 'https://a:b@s.example.com/x/2', '', `\${DSN}`]))
    assert.deepEqual(briefReportOf(`sentry_dsn = "${dsn}"\n`), [], dsn);
  const usage = (lines: string) =>
    `# gitlab-runner: version=19.4\n[experimental.usage_logger]\nenabled = true\nwriters = ["snowplow_billing"]\n${lines}`;
  assert.deepEqual(briefReportOf(usage('')), ['4 warning snowplow-no-uri «"snowplow_billing"»']);
  const table = '[experimental.usage_logger.snowplow_billing]\ncollector_uri = "https://c.example.com"\n';
  assert.deepEqual(briefReportOf(usage(table)), []);
});

test('git without certificates', () => {
  const set = (value: string) => briefReportOf(runner(`environment = ["A=1", "GIT_SSL_NO_VERIFY=${value}"]`));
  assert.deepEqual(set('true'), ['2 warning git-ssl-no-verify «"GIT_SSL_NO_VERIFY=true"»']);
  assert.deepEqual(set('1'), ['2 warning git-ssl-no-verify «"GIT_SSL_NO_VERIFY=1"»']);
  for (const off of counted(['0', 'false', ''])) assert.deepEqual(set(off), [], off);
});

test('tokens that are none of a runner, which no sentence repeats', () => {
  const token = (text: string) => runner(`token = "${text}"`);
  const invalid = (text: string) => briefReportOf(token(text)).filter((line) => line.includes('invalid-value'));
  assert.deepEqual(invalid('GR1348941abcdefghijklmnopqrst'), ['2 warning invalid-value «GR1348941»']);
  assert.deepEqual(invalid('glpat-abcdefghij0123456789'), ['2 warning invalid-value «glpat-»']);
  assert.deepEqual(invalid('glrt-abcdefghij0123456789 '), ['2 warning invalid-value « »']);
  for (const text of counted(['GR1348941abcdefghijklmnopqrst', 'glpat-abcdefghij0123456789']))
    for (const line of reportOf(token(text))) assert.doesNotMatch(line, /abcdefghij/);
  for (const text of counted([
    'glrt-abcdefghij0123456789',
    'glrt-t1_abcdefghijklmnop',
    'glrtr-abcdefghij0123456789',
    '$RUNNER_TOKEN',
    'abcdefghijklmnopqrst',
    'put your token here',
  ]))
    assert.deepEqual(invalid(text), [], text);
});

test('a token of nothing', () => {
  assert.deepEqual(briefReportOf(runner('token = ""')), ['2 warning token-empty «""»']);
  assert.deepEqual(briefReportOf(runner('token = "  "\nurl = "https://gitlab.example.com"\nexecutor = "shell"')), [
    '2 warning token-empty «"  "»',
  ]);
});

test('flags that something else defeats', () => {
  const flags = (executor: string, lines: string) =>
    briefReportOf(runner(`executor = "${executor}"\n${lines}`)).filter((line) => / feature-flag-/.test(line));
  const table = (...names: readonly string[]) =>
    `[runners.feature_flags]\n${names.map((name) => `${name} = true\n`).join('')}`;
  assert.deepEqual(flags('shell', `environment = ["FF_SCRIPT_SECTIONS=false"]\n${table('FF_SCRIPT_SECTIONS')}`), [
    '3 warning feature-flag-both «FF_SCRIPT_SECTIONS»',
  ]);
  assert.deepEqual(flags('shell', `environment = ["FF_SCRIPT_SECTIONS=true"]\n${table('FF_SCRIPT_SECTIONS')}`), []);
});

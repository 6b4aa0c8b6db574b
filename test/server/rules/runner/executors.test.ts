/** What an executor needs and what it never reads. */
import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { counted } from '../../../counted';
import { briefReportOf, dataReportOf, fixed, fixTitles } from '../../findings';

/** A runner that is all there, with lines of its own. */
function runner(executor: string, lines = ''): string {
  return `[[runners]]\n  url = "https://gitlab.example.com"\n  token = "glrt-0123456789abcdefghij"\n  executor = "${executor}"\n${lines}`;
}

const DOCKER = '  [runners.docker]\n    image = "alpine:3.20"\n';
const SSH = '  [runners.ssh]\n    host = "h.example.com"\n    identity_file = "/k"\n';

test('the tables that an executor needs are added with what most write', () => {
  const before = runner('docker');
  assert.deepEqual(briefReportOf(before), ['4 error executor-without-section «"docker"»']);
  const after = fixed(before, 'Add `[runners.docker]`');
  assert.match(after, /\[runners\.docker\]\n\s+image = "alpine:latest"\n$/);
  assert.deepEqual(briefReportOf(after), []);
});

test('a runner that no GitLab can know has what it is an example of', () => {
  const example = (url: string, token: string) =>
    `[[runners]]\n  url = "${url}"\n  token = "${token}"\n  executor = "docker"\n`;
  for (const url of counted([
    'https://example.com',
    'http://gitlab.test/',
    'https://ci.runners.invalid:8443',
    'http://example',
  ]))
    assert.deepEqual(
      briefReportOf(example(url, 'x')).filter((line) => !line.includes(' hint ')),
      [],
      url,
    );
  for (const [url, token] of counted([
    ['https://example.com', 'glrt-0123456789abcdefghij'],
    ['https://gitlab.example.com', 'x'],
    ['https://test.example.org', 'x'],
    ['https://gitlab.contest', 'x'],
  ] as const))
    assert.deepEqual(briefReportOf(example(url, token)), ['4 error executor-without-section «"docker"»'], url);
});

test('tables are not added that need a key which nobody can know', () => {
  assert.deepEqual(fixTitles(runner('ssh')), ['Add `[runners.ssh]`']);
  assert.deepEqual(fixTitles(runner('virtualbox', SSH)), []);
  assert.deepEqual(fixTitles(runner('docker+machine', DOCKER)), []);
});

test('Kubernetes without its table, and an executor whose table is there', () => {
  assert.deepEqual(briefReportOf(runner('kubernetes')), ['4 error executor-without-section «"kubernetes"»']);
  const before = runner('docker', '  [runners.kubernetes]\n    namespace = "ci"\n    image = "a:1"\n');
  assert.deepEqual(fixTitles(before).slice(0, 2), ['Add `[runners.docker]`', 'Change to `"kubernetes"`']);
  assert.deepEqual(briefReportOf(fixed(before, 'Change to `"kubernetes"`')), []);
});

test('a key that the executor needs, missing or empty', () => {
  assert.deepEqual(
    briefReportOf(runner('virtualbox', `${SSH}  [runners.virtualbox]\n    disable_snapshots = true\n`)),
    ['8 error executor-without-key «runners.virtualbox»'],
  );
  assert.deepEqual(briefReportOf(runner('parallels', `${SSH}  [runners.parallels]\n    base_name = ""\n`)), [
    '9 error executor-without-key «""»',
  ]);
});

test('the directories of the custom executor', () => {
  const before = runner('custom', '  [runners.custom]\n    run_exec = "/opt/run.sh"\n');
  assert.deepEqual(briefReportOf(before), ['4 error custom-dirs «"custom"»']);
  const after = fixed(before, 'Add `builds_dir` and `cache_dir`');
  assert.match(after, /builds_dir = "\/builds"\n\s+cache_dir = "\/cache"\n/);
  assert.deepEqual(briefReportOf(after), []);
});

test('a table of another executor, and what makes it one', () => {
  assert.deepEqual(
    briefReportOf(runner('kubernetes', `  [runners.kubernetes]\n    namespace = "ci"\n    image = "a:1"\n${DOCKER}`)),
    ['8 hint section-for-other-executor «docker»'],
  );
});

test('shells that are not there', () => {
  const before = runner('shell', '  shell = "cmd"\n');
  assert.deepEqual(briefReportOf(before), ['5 error shell-per-executor «"cmd"»']);
  assert.deepEqual(briefReportOf(fixed(before, 'Change to `"pwsh"`')), []);
  assert.deepEqual(briefReportOf(runner('docker-windows', `  shell = "bash"\n${DOCKER}`)), [
    '5 error shell-per-executor «"bash"»',
  ]);
});

test('directories that Docker cannot mount', () => {
  for (const [path, count] of counted([
    ['/', 1],
    ['builds', 1],
    ['./builds', 1],
    ['/builds', 0],
    ['C:\\\\builds', 0],
    [`\${HOME}/builds`, 0],
  ] as const)) {
    const found = briefReportOf(runner('docker', `  builds_dir = "${path}"\n${DOCKER}`));
    assert.equal(found.filter((line) => line.includes('docker-builds-dir')).length, count, path);
  }
});

test('a relative directory for builds is begun at the root', () => {
  const text = (path: string) => runner('docker', `  builds_dir = "${path}"\n${DOCKER}`);
  assert.equal(fixed(text('./builds'), 'Change to `/builds`'), text('/builds'));
  assert.equal(fixed(text('/'), 'Change to `"/builds"`'), text('/builds'));
  // What is meant by these nobody knows.
  for (const path of counted(['~/builds', '../builds'])) assert.deepEqual(fixTitles(text(path)), []);
});

test('machines are named by regular expressions', () => {
  const list = (item: string) =>
    runner('virtualbox', `${SSH}  [runners.virtualbox]\n    base_name = "vm"\n    allowed_images = ["${item}"]\n`);
  assert.deepEqual(briefReportOf(list('vm-*')), ['10 warning vm-allowed-images «"vm-*"»']);
  assert.match(fixed(list('vm-1.2-*'), 'Change to `"^vm-1\\\\.2-.*$"`'), /"\^vm-1\\\\\.2-\.\*\$"/);
  for (const right of counted(['vm-.*', '^vm-[a-z]*$', 'vm-1', '(a|b)*c']))
    assert.deepEqual(briefReportOf(list(right)), []);
});

describe('nothing is said of', () => {
  const quiet: Readonly<Record<string, string>> = {
    'a runner without a token': '[[runners]]\n  executor = "docker"\n',
    'an executor that a variable names': runner(`\${EXECUTOR}`),
    'a key in another case': `[[runners]]\n  executor = "shell"\n  url = "https://gitlab.example.com"\n  token = "glrt-0123456789abcdefghij"\n`,
    'shell without a table': runner('shell'),
    'tables that register left': runner(
      'shell',
      '  [runners.docker]\n    tls_verify = false\n    image = ""\n    privileged = false\n    shm_size = 0\n    volumes = []\n  [runners.ssh]\n  [runners.virtualbox]\n    base_name = ""\n',
    ),
    'custom directories that a program gives': runner(
      'custom',
      '  [runners.custom]\n    config_exec = "/opt/config.sh"\n    run_exec = "/opt/run.sh"\n',
    ),
    'SSH with a password that is filled in': runner('ssh', `  [runners.ssh]\n    host = "h"\n    password = "\${P}"\n`),
    'the host key checked': runner('ssh', `${SSH}    disable_strict_host_key_checking = false\n`),
    'a log level for every day': 'log_level = "warn"\n',
    'a limit of nothing, which is the default': runner('shell', '  output_limit = 0\n'),
    'a large limit': runner('shell', '  output_limit = 1048576\n'),
    'a timeout': runner('shell', '  prepare_timeout = "10m"\n'),
    'a way to start a machine': runner(
      'virtualbox',
      `${SSH}  [runners.virtualbox]\n    base_name = "vm"\n    start_type = "gui"\n`,
    ),
    'a template of the executor': runner('{{ executor }}'),
    'the table of another executor with nothing in it': runner('shell', '  [runners.kubernetes]\n'),
    'Bash elsewhere': runner('docker', `  shell = "bash"\n${DOCKER}`),
    'a shell by default': runner('shell', '  shell = ""\n'),
    'the check at the start with an image': runner(
      'docker',
      `${DOCKER}  [runners.experimental.boot_verify]\n    enabled = true\n`,
    ),
    'the user of the session': 'concurrent = 1\nuser = ""\n',
    'time enough to prepare': runner(
      'kubernetes',
      '  prepare_timeout = "10m"\n  [runners.kubernetes]\n    namespace = "ci"\n    image = "a:1"\n    poll_timeout = 300\n',
    ),
  };
  for (const [what, text] of counted(Object.entries(quiet), 20)) {
    it(what, () => assert.deepEqual(briefReportOf(text), []));
  }
});

test('less time to prepare than a pod has to come up', () => {
  const text = runner(
    'kubernetes',
    '  prepare_timeout = "2m"\n  [runners.kubernetes]\n    namespace = "ci"\n    image = "a:1"\n    poll_timeout = 300\n',
  );
  assert.deepEqual(briefReportOf(text), ['5 warning timeouts-order «"2m"»']);
});

test('a limit in bytes becomes one in KiB', () => {
  const before = runner('shell', '  output_limit = 104857600\n');
  assert.deepEqual(briefReportOf(before), ['5 warning output-limit «104857600»']);
  assert.match(fixed(before, 'Change to `102400`'), /output_limit = 102400\n/);
  assert.deepEqual(briefReportOf(runner('shell', '  output_limit = -1\n')), ['5 warning output-limit «-1»']);
});

test('what a referee cannot do without, and an address without its scheme', () => {
  const metrics = (lines: string) =>
    runner(
      'docker+machine',
      `${DOCKER}  [runners.machine]\n    MachineDriver = "google"\n    MachineName = "ci-%s"\n  [runners.referees.metrics]\n${lines}`,
    );
  const said = (lines: string) => dataReportOf(metrics(lines)).flatMap((line) => /referee\..*/.exec(line)?.[0] ?? []);
  const whole = '    prometheus_address = "http://p:9090"\n    query_interval = 10\n    queries = ["a:b"]\n';
  assert.deepEqual(said(whole), []);
  assert.deepEqual(said('    queries = ["a:b"]\n'), [
    'referee.missing key=prometheus_address',
    'referee.missing key=query_interval',
  ]);
  assert.deepEqual(said(whole.replace('["a:b"]', '[]').replace('10', '0')), [
    'referee.missing key=query_interval',
    'referee.missing key=queries',
  ]);
  for (const address of counted(['p:9090', '127.0.0.1:9090', 'prometheus.example.com']))
    assert.deepEqual(said(whole.replace('http://p:9090', address)), ['referee.address'], address);
  for (const address of counted(['$PROMETHEUS', 'https://p/']))
    assert.deepEqual(said(whole.replace('http://p:9090', address)), []);
  assert.equal(fixed(metrics(whole.replace('http://', '')), 'Change to `"http://p:9090"`'), metrics(whole));
});

test('a query of a referee is a name and an expression', () => {
  const queries = (item: string) =>
    briefReportOf(
      `[[runners]]\n  [runners.referees.metrics]\n    prometheus_address = "http://p:9090"\n    query_interval = 10\n    queries = ["${item}"]\n`,
    );
  assert.deepEqual(queries('rate(x[1m])'), ['5 warning referee «"rate(x[1m])"»']);
  assert.deepEqual(queries('a:rate(x[1m])'), []);
});

test('a table or a key that is misspelled is not missing as well', () => {
  assert.deepEqual(briefReportOf(runner('docker', '  [runners.dokcer]\n    image = "a:1"\n')), [
    '5 error unknown-table «dokcer»',
  ]);
  assert.deepEqual(briefReportOf(runner('docker', '  [runners.docker]\n    imgae = "a:1"\n')), [
    '6 warning unknown-key «imgae»',
  ]);
});

test('a table that was meant as the one that the executor needs is the cause, and is all that is said', () => {
  const wrong = [
    '  [docker]\n    image = "a"\n',
    '  [[docker]]\n    image = "a"\n',
    '  [[docker]]\n    image = "a"\n  [[docker]]\n    image = "b"\n',
    '  [doker]\n    image = "a"\n',
    '  [runner.docker]\n    image = "a"\n',
    '  [runners.doker]\n    image = "a"\n',
  ];
  for (const table of wrong) {
    const name = /\[(?:runners\.)?(\w+)/.exec(table)?.[1];
    assert.deepEqual(briefReportOf(runner('docker', table)), [`5 error unknown-table «${name}»`], table);
    // Of two runners it is that of the second.
    const [first, second] = [runner('docker', DOCKER), runner('docker', table).replaceAll('"a"', '"b"')];
    assert.ok(!briefReportOf(first + second).some((line) => line.includes('executor-without-section')), table);
    const other = runner('docker') + runner('docker', table).replaceAll('"a"', '"b"');
    assert.ok(briefReportOf(other).includes('4 error executor-without-section «"docker"»'), table);
  }
  // A table of which nobody knows what it was meant as is another thing.
  assert.deepEqual(briefReportOf(runner('docker', '  [runners.foo]\n    a = 1\n')), [
    '4 error executor-without-section «"docker"»',
    '5 warning unknown-table «foo»',
  ]);
});

test('several tables do not become the one that there may be', () => {
  const twice = '  [[docker]]\n    image = "a"\n  [[docker]]\n    image = "b"\n';
  assert.deepEqual(fixTitles(runner('docker', twice)), []);
});

/** The ways in which logs are kept, and what belongs to which part of one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainLog, explainText } from '../../../server/joblog/explain';

/** The ids of the errors, or the verdict where there are none. */
const told = (...lines: string[]) => {
  const { errors, verdict } = explainText(lines.join('\n'));
  return errors.length > 0 ? errors.map(({ id, segment }) => `${id} in ${segment}`) : verdict;
};

const head = ['Running with gitlab-runner 17.5.3 (12030cf4)', '  on build-1 t1_abc123, system ID: s_0123456789ab'];
const oom = 'ERROR: Job failed: command terminated with exit code 137';

test('a message that was wrapped at blanks is one message', () => {
  const log = [
    'ERROR: Job failed (system failure): ',
    'prepare environment: waiting for pod running: ',
    'timed out waiting for pod',
    'to start.',
  ];
  assert.deepEqual(told(...log), ['k8s-pod-start-timeout in runner']);
});

test('a message that a terminal cut in the midst of words is one message, and stands where it began', () => {
  const row =
    'ERROR: Job failed (system failure): prepare environment: waiting for pod running: timed out waiting for pod to start.';
  const { errors } = explainText(['Preparing environment', row.slice(0, 100), row.slice(100), ''].join('\n'));
  assert.deepEqual(
    errors.map(({ id, line }) => [id, line]),
    [['k8s-pod-start-timeout', 1]],
  );
});

test('journald, docker logs, compose, kubectl and the page of a job put something in front', () => {
  const line = 'ERROR: Checking for jobs... forbidden               runner=t1_abc123';
  for (const prefix of [
    'Jun 28 13:58:31 devnet gitlab-runner[1920470]: ',
    '2024-06-28T13:58:31+0000 devnet gitlab-runner[1920470]: ',
    '2024-06-28T13:58:31.123456789Z ',
    'gitlab-runner-1  | ',
    '[pod/gitlab-runner-5d/gitlab-runner] ',
    '> ',
    '  12 ',
  ]) {
    assert.deepEqual(told(prefix + line), ['jobs-forbidden in runner'], prefix);
  }
});

test('structured logs are read by their message and fields', () => {
  const forbidden = ['jobs-forbidden in runner'];
  assert.deepEqual(told('{"level":"error","msg":"Checking for jobs... forbidden","runner":"t1_abc123"}'), forbidden);
  assert.deepEqual(
    told('{"log":"ERROR: Checking for jobs... forbidden  runner=t1_abc123\\n","stream":"stderr"}'),
    forbidden,
  );
  assert.deepEqual(
    told('time="2024-06-28T13:58:31Z" level=error msg="Checking for jobs... forbidden" runner=t1_abc123'),
    forbidden,
  );
});

test('a job that succeeded has no errors, whatever it printed', () => {
  assert.equal(
    told(...head, '$ cat log', "fatal: detected dubious ownership in repository at '/builds/a'", oom, 'Job succeeded'),
    'succeeded',
  );
});

test('a manager that tells of jobs that succeeded still has its errors', () => {
  const log = [
    'Job succeeded   duration_s=3 job=12 project=3 runner=t1_abc123',
    'ERROR: Checking for jobs... forbidden  runner=t1_abc123',
  ];
  assert.deepEqual(told(...log), ['jobs-forbidden in runner']);
});

test("what a script prints is the script's", () => {
  assert.equal(
    told(...head, '$ kubectl logs x', 'error: timed out waiting for pod to start', 'ERROR: Job failed: exit code 1'),
    'script',
  );
});

test('a script that shows the log of another job has not failed like that one', () => {
  const shell =
    'ERROR: Job failed (system failure): prepare environment: exit status 1. Check https://docs.gitlab.com/';
  for (const shown of [
    shell,
    'ERROR: Preparation failed: Cannot connect to the Docker daemon at unix:///x.sock. Is the docker daemon running?',
    'WARNING: Failed to pull image with policy "always": image pull failed: no such host',
    "*** WARNING: Service db probably didn't start properly.",
    'WARNING: Retrying...  error=received: 403 Forbidden',
  ]) {
    assert.equal(
      told(...head, '$ cat other.log', shown, '1 failed', 'ERROR: Job failed: exit code 1'),
      'script',
      shown,
    );
  }
  const [time, script, runner] = ['2025-03-04T08:11:02.123456Z', '01O', '00O'];
  const lines = [`${runner} $ cat other.log`, `${script} ${shell}`, `${runner} Job succeeded`];
  assert.equal(
    told(...[...head.map((line) => `${runner} ${line}`), ...lines].map((line) => `${time} ${line}`)),
    'succeeded',
  );
});

test('before the first command the container speaks, and says what is wrong with its image', () => {
  const wrong = 'exec /bin/sh: exec format error';
  const stage = 'Executing "step_script" stage of the job script';
  assert.deepEqual(told(...head, stage, wrong, 'ERROR: Job failed: exit code 1'), ['exec-format in script']);
  assert.equal(told(...head, stage, '$ docker run arm64', wrong, 'ERROR: Job failed: exit code 1'), 'script');
});

test('a command about the runner was run in a terminal, and not by a script', () => {
  const forbidden = 'ERROR: Registering runner... forbidden (check registration token)';
  assert.deepEqual(told('$ docker logs gitlab-runner', forbidden), ['register-forbidden in runner']);
});

test('a runner before 15.8 has a name, too', () => {
  const { runner } = explainText(
    ['Running with gitlab-runner 14.0.1 (c1edb478)', '  on build-1 sgLT1ihz', oom].join('\n'),
  );
  assert.deepEqual([runner.name, runner.token, runner.version], ['build-1', 'sgLT1ihz', '14.0']);
});

test('each error knows the runner that it came up with', () => {
  const runnersOf = (...lines: string[]) =>
    explainText(lines.join('\n')).errors.map(({ id, runner: { executor, name, token, version } }) =>
      [id, executor, name, token, version].join(' '),
    );
  const first = [
    ...head,
    'Preparing the "kubernetes" executor',
    'ERROR: Job failed: prepare environment: Unauthorized',
  ];
  const second = [
    'Running with gitlab-runner 16.1.0 (1)',
    '  on build-2 t2_abc123, system ID: s_2',
    'Preparing the "docker" executor',
    'ERROR: Job failed (system failure): Cannot connect to the Docker daemon at unix:///var/run/docker.sock',
  ];
  assert.deepEqual(runnersOf(...first, ...second), [
    'k8s-unauthorized kubernetes build-1 t1_abc123 17.5',
    'docker-daemon-down docker build-2 t2_abc123 16.1',
  ]);
  // What the second one does not say is not that of the first.
  assert.deepEqual(
    runnersOf(
      ...second,
      'Running with gitlab-runner 17.5.3 (1)',
      'ERROR: Job failed: prepare environment: setting up credentials: Unauthorized',
    ).slice(1),
    ['k8s-unauthorized    17.5'],
  );
  const ofManager = (token: string, text: string) => `{"level":"error","msg":"${text}","runner":"${token}"}`;
  const manager = [
    ofManager('t1_abc123', 'Checking for jobs... forbidden'),
    '{"level":"info","msg":"Configuration loaded","builds":0}',
    ofManager('t2_abc123', 'Verifying runner... is removed'),
  ];
  const tokens = explainText(manager.join('\n')).errors.map(({ id, runner }) => [id, runner.token]);
  assert.deepEqual(
    new Map(tokens as [string, string][]),
    new Map([
      ['jobs-forbidden', 't1_abc123'],
      ['verify-failed', 't2_abc123'],
    ]),
  );
});

test('machines that were not made are told of by the log of the manager and by that of the job', () => {
  const manager =
    'time="2018-08-28T07:38:48Z" level=error msg="Machine creation failed" error="exit status 1" name=runner-1';
  assert.deepEqual(told(manager), ['machine-create in runner']);
  const job = ['Preparing the "docker+machine" executor', 'ERROR: Preparation failed: exit status 2'];
  assert.deepEqual(told(...head, ...job, 'ERROR: Job failed (system failure): exit status 2'), [
    'machine-create in runner',
  ]);
});

test('a pod that the watcher misses was deleted', () => {
  for (const what of ['deleted', 'being deleted']) {
    assert.deepEqual(told(...head, '$ make', `ERROR: Job failed (system failure): pod "ci/runner-1" is ${what}`), [
      'k8s-pod-gone in runner',
    ]);
  }
});

test('only what the last command of a script printed counts', () => {
  const refused = 'Cannot connect to the Docker daemon at tcp://docker:2375. Is the docker daemon running?';
  assert.deepEqual(told(...head, '$ docker info', refused, 'ERROR: Job failed: exit code 1'), [
    'dind-unreachable in script',
  ]);
  assert.equal(
    told(...head, '$ docker info || true', refused, '$ make test', 'FAIL', 'ERROR: Job failed: exit code 2'),
    'script',
  );
  const after = ['Running after_script', '$ docker info', refused];
  assert.equal(told(...head, '$ make test', 'FAIL', ...after, 'ERROR: Job failed: exit code 2'), 'script');
});

test('what went wrong before a script that began was overcome', () => {
  const retried = ['ERROR: Preparation failed: no space left on device', 'Will be retried in 3s ...'];
  assert.equal(told(...head, ...retried, '$ make test', 'FAIL', 'ERROR: Job failed: exit code 2'), 'script');
  assert.deepEqual(told(...head, ...retried, 'ERROR: Job failed (system failure): no space left on device'), [
    'disk-full in runner',
  ]);
});

test('sections tell the part of the log, and sections of the user stand in the script', () => {
  const start = (name: string) => `section_start:1714557600:${name}\r\x1b[0K`;
  const end = (name: string) => `section_end:1714557601:${name}\r\x1b[0K`;
  const script = [
    start('step_script'),
    start('my_build'),
    'no space left on device',
    end('my_build'),
    end('step_script'),
  ];
  assert.equal(told(...head, ...script, 'ERROR: Job failed: exit code 1'), 'script');
  const sources = [
    start('get_sources'),
    "fatal: could not read Username for 'https://gitlab.example.com': No such device",
    end('get_sources'),
  ];
  assert.deepEqual(told(...head, ...sources, 'ERROR: Job failed: exit code 1'), ['git-username in sources']);
});

test('an error that is not known is said not to be, with its line', () => {
  const line = 'ERROR: Job failed (system failure): the moon is full';
  const { verdict, errors, unexplained } = explainText(
    [...head, "WARNING: Namespace is empty, therefore assuming 'default'.", line].join('\n'),
  );
  assert.deepEqual(
    { verdict, errors, unexplained },
    { verdict: 'unknown', errors: [], unexplained: { line: 3, text: line } },
  );
});

test('a text that is no log is unknown', () => {
  assert.equal(told(''), 'unknown');
  assert.equal(told('hello', 'world'), 'unknown');
});

test('the same cause is named once, and what follows from it is folded under it', () => {
  const forbidden = 'ERROR: Registering runner... forbidden (check registration token)  runner=abcdef';
  const { errors } = explainText(
    [forbidden, forbidden, 'PANIC: Failed to register this runner. Perhaps you are having network problems'].join('\n'),
  );
  assert.deepEqual(
    errors.map(({ id, consequences }) => [id, consequences]),
    [['register-forbidden', ['register-panic']]],
  );
});

test('of several jobs those that failed are explained', () => {
  assert.deepEqual(told(...head, oom, ...head, 'Job succeeded'), ['k8s-oom in runner']);
});

test('the log tells of its runner', () => {
  const { runner } = explainText([...head, 'Preparing the "docker+machine" executor', oom].join('\n'));
  assert.deepEqual(runner, { version: '17.5', name: 'build-1', token: 't1_abc123', executor: 'docker+machine' });
});

test('a command holds words of the log only where a shell takes them for words', () => {
  const log = (name: string) => `Error response from daemon: network ${name} not found`;
  assert.deepEqual(explainText(log('ci-net')).errors[0]?.commands, ['docker network create ci-net']);
  for (const hostile of ['$(id)', 'a;id', '`id`', '--help', "a'b"]) {
    assert.deepEqual(explainText(log(hostile)).errors[0]?.commands, ['docker network create <network>'], hostile);
  }
});

test('lines and numbers of any size are read', () => {
  const long = 'x'.repeat(3_000_000);
  assert.deepEqual(told(long, long, oom), ['k8s-oom in runner']);
  assert.deepEqual(told(`${long} ${oom}`), ['k8s-oom in runner']);
  assert.equal(explainText(`${'a\n'.repeat(100_000)}${oom}`).errors[0]?.line, 100_000);
});

test('records of JSON that are all as long as the longest are no rows of a terminal', () => {
  const record = (runner: string) =>
    `{"level":"error","msg":"Failed to load config stat /etc/gitlab-runner/config.toml: permission denied","runner":"${runner}"}`;
  const { errors } = explainText(`${record('aaaaaaaa')}\n${record('bbbbbbbb')}\n`);
  assert.deepEqual(
    errors.map(({ id, text }) => [id, text.includes('bbbbbbbb')]),
    [['config-missing', false]],
  );
});

const FAILED = 'ERROR: Job failed (system failure): prepare environment: exit status 1';

test('a line that is longer than what is read at once is one line', () => {
  const long = 'x'.repeat(200_000);
  assert.equal(explainText(`${long}\nsecond\n${FAILED}\n`).errors[0]?.line, 2);
  // Where the pieces end just where the line does.
  assert.equal(explainText(`${'x'.repeat(1 << 16)}\nsecond\n${FAILED}\n`).errors[0]?.line, 2);
  assert.equal(explainText(`${long} ${FAILED}\n`).errors[0]?.line, 0);
});

test('what GitLab, a program or a colour begins is a line of its own, however long the one before it is', () => {
  const said =
    'Error response from daemon: network shop_default not found, please create it first with docker network create';
  const log = (end: string) =>
    `section_start:1:step_script\r\u001b[0K$ docker compose up\n${said}\n${end}ERROR: Job failed: exit code 1\n`;
  for (const end of ['section_end:2:step_script\r\u001b[0K\u001b[31;1m', '\u001b[31;1m']) {
    const { verdict, errors } = explainText(log(end));
    assert.deepEqual([verdict, errors], ['script', []], end);
  }
});

test('a host is taken without its port, and an address of IPv6 whole', () => {
  const host = (address: string) =>
    explainText(
      `Getting source from Git repository\nfatal: unable to access 'https://${address}/t/p.git/': Failed to connect to git port 8443: Connection refused\n`,
    ).errors[0]?.captures.host;
  assert.equal(host('git.example.com:8443'), 'git.example.com');
  assert.equal(host('git.example.com'), 'git.example.com');
  assert.equal(host('[2001:db8::1]:8443'), '[2001:db8::1]');
});

test('a registry that speaks of access to a repository asks for a login', () => {
  const log =
    'ERROR: Job failed: failed to pull image "harbor.example.com/web/app:v9" with specified policies [if-not-present]: Error response from daemon: unauthorized: unauthorized to access repository: web/app, action: pull: unauthorized to access repository: web/app, action: pull';
  assert.equal(explainText(log).errors[0]?.id, 'registry-auth');
});

test('the limit of a log is found in the midst of what the script prints, where the log ends with it', () => {
  const limit = "\x1b[33;1mJob's log exceeded limit of 4194304 bytes.";
  const rest = 'Job execution will continue but no more output will be collected.\x1b[0;m';
  const job = [...head, 'Executing "step_script" stage of the job script', '$ make', 'compiling a.c', 'comp'];
  assert.deepEqual(told(...job, limit, rest), ['log-limit in runner']);
  const marked = ['section_start:1:step_script\r\x1b[0KExecuting "step_script" stage of the job script', '$ make'];
  assert.deepEqual(told(...head, ...marked, 'comp', limit, rest), ['log-limit in runner']);
  // A script that prints the log of another job goes on behind it.
  assert.deepEqual(told(...job, limit, rest, 'ERROR: Job failed: exit code 1'), 'script');
  assert.deepEqual(told(...job, limit, rest, 'Job succeeded'), 'succeeded');
  const streamed = job.map((line) => `2024-05-01T10:00:04.123456Z 01O ${line}`);
  assert.equal(told(...streamed, `2024-05-01T10:00:05.123456Z 01O ${limit}`).includes('log-limit in runner'), false);
});

test('a log in UTF-16 is read like any other, in pieces of any length', () => {
  const log = [...head, 'Preparing the "kubernetes" executor', oom, ''].join('\r\n');
  const little = Buffer.from(log, 'utf16le');
  const big = Buffer.from(little).swap16();
  const whole = explainLog([Buffer.from(log)]);
  assert.equal(whole.errors[0]?.id, 'k8s-oom');
  const marks = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff]), Buffer.from([0xef, 0xbb, 0xbf])];
  const [ofLittle = little, ofBig = little, ofOne = little] = marks;
  for (const bytes of [
    Buffer.concat([ofLittle, little]),
    Buffer.concat([ofBig, big]),
    Buffer.concat([ofOne, Buffer.from(log)]),
    little,
    big,
  ]) {
    for (const size of [1, 3, 64, bytes.length]) assert.deepEqual(explainLog(piecesOf(bytes, size)), whole);
  }
  assert.equal(explainLog([Buffer.from('a')]).verdict, 'unknown');
  assert.equal(explainLog([]).verdict, 'unknown');
});

/** The pieces that a reader with one buffer gives. */
function* piecesOf(bytes: Buffer, size: number): Generator<Uint8Array> {
  const buffer = new Uint8Array(size);
  for (let at = 0; at < bytes.length; at += size) {
    const length = bytes.copy(buffer, 0, at, at + size);
    yield buffer.subarray(0, length);
  }
}

test('the log of another job that a script shows is over with its end: the next end is that of the job', () => {
  const shown = [
    'Running with gitlab-runner 17.0.0 (44feccdf)',
    'Preparing the "kubernetes" executor',
    'ERROR: Job failed (system failure): prepare environment: waiting for pod running: timed out waiting for pod to start.',
  ];
  const outer = [...head, 'Preparing the "docker" executor', '$ ./test.sh'];
  assert.equal(told(...outer, ...shown, 'expected 3, got 4', 'ERROR: Job failed: exit code 3'), 'script');
  assert.equal(told(...outer, ...shown, ...shown, 'expected 3, got 4', 'ERROR: Job failed: exit code 3'), 'script');
  assert.equal(told(...outer, ...shown, 'all is well', 'Job succeeded'), 'succeeded');
  const log = [...outer, ...shown, 'ERROR: Job failed (system failure): pods "r" is forbidden: exceeded quota: q, r'];
  assert.deepEqual(explainText(log.join('\n')).runner.executor, 'docker');
  // Logs one after the other end once each.
  assert.deepEqual(told(...outer, ...shown), ['k8s-pod-start-timeout in runner']);
  assert.deepEqual(told(...outer, 'ERROR: Job failed: exit code 1', ...shown), ['k8s-pod-start-timeout in runner']);
  assert.deepEqual(told(...outer, ...shown, ...outer, 'ERROR: Job failed: exit code 1'), [
    'k8s-pod-start-timeout in runner',
  ]);
});

test('what is left of colours without their escape character is no part of a line', () => {
  const lost = [
    '[0KRunning with gitlab-runner 16.8.0 (c72a09b6)[0;m',
    '[0K  on eks-1 ab12CD34, system ID: r_abc[0;m',
    '[0K[36;1mPreparing the "kubernetes" executor[0;m[0;m',
    '[0KUsing Kubernetes namespace: runners[0;m',
    '[31;1mERROR: Job failed: pods "r" is forbidden: exceeded quota: compute[0;m',
  ];
  const { errors } = explainText(lost.join('\n'));
  assert.deepEqual(
    errors.map(({ text, commands }) => [text, commands]),
    [
      [
        'ERROR: Job failed: pods "r" is forbidden: exceeded quota: compute',
        ['kubectl describe quota compute --namespace=runners'],
      ],
    ],
  );
});

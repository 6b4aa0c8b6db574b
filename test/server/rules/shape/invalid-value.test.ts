import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anyOf, message } from '../../../../server/text/message';
import { briefReportOf, dataReportOf, findingsOf, fixed, fixKinds, fixTitles } from '../../findings';

const messagesOf = (text: string) => findingsOf(text).map((finding) => finding.message);

test('a value that is written otherwise', () => {
  const text = `[[runners]]
  [runners.docker]
    pull_policy = "IfNotPresent"
`;
  assert.deepEqual(briefReportOf(text), ['3 error invalid-value «"IfNotPresent"»']);
  assert.deepEqual(messagesOf(text), [
    message('invalid-value.meant', { value: '"IfNotPresent"', key: 'pull_policy', meant: 'if-not-present' }),
  ]);
  assert.deepEqual(fixTitles(text), ['Change to `"if-not-present"`']);
  const after = fixed(text, 'Change to `"if-not-present"`');
  assert.equal(
    after,
    `[[runners]]
  [runners.docker]
    pull_policy = "if-not-present"
`,
  );
  assert.deepEqual(briefReportOf(after), []);
});

test('a value that nothing comes near to is told all that there are', () => {
  const text = '[[runners]]\n  [runners.docker]\n    pull_policy = "sometimes"\n';
  assert.deepEqual(messagesOf(text), [
    message('invalid-value.not-a-value', {
      value: '"sometimes"',
      key: 'pull_policy',
      values: anyOf(['always', 'never', 'if-not-present']),
    }),
  ]);
});

test('letters that were lost or swapped', () => {
  const meant = (pair: string) => fixTitles(`[[runners]]\n${pair}\n`);
  assert.deepEqual(meant('shell = "pwrs"'), ['Change to `"pwsh"`', 'Change to `"powershell"`']);
  assert.deepEqual(meant('executor = "dcoker"'), ['Change to `"docker"`']);
  assert.deepEqual(meant('executor = "k8s"'), ['Change to `"kubernetes"`']);
});

test('a duration without a unit', () => {
  const text = `[[runners]]
  [runners.autoscaler]
    [[runners.autoscaler.policy]]
      idle_time = "20"
`;
  assert.deepEqual(briefReportOf(text), ['4 error invalid-value «"20"»']);
  assert.deepEqual(messagesOf(text), [message('invalid-value.duration', { text: '20' })]);
  assert.deepEqual(fixTitles(text), []);
});

test('a duration that Go reads otherwise', () => {
  const text = `[[runners]]
  unhealthy_interval = "1 h 30 min"
`;
  assert.deepEqual(briefReportOf(text), ['2 error invalid-value «"1 h 30 min"»']);
  const after = fixed(text, 'Change to `"1h30m"`');
  assert.equal(
    after,
    `[[runners]]
  unhealthy_interval = "1h30m"
`,
  );
  assert.deepEqual(briefReportOf(after), []);
});

test('a period that lacks fields, in a list', () => {
  const text = `[[runners]]
  [runners.machine]
    [[runners.machine.autoscaling]]
      Periods = ["* * 9-17 * * mon-fri *", "* * *"]
      Timezone = "europe/berlin"
`;
  assert.deepEqual(briefReportOf(text), [
    '2 hint deprecated-key «machine»',
    '4 error invalid-value «"* * *"»',
    '5 error invalid-value «"europe/berlin"»',
  ]);
  assert.deepEqual(fixTitles(text), ['Change to `"Europe/Berlin"`']);
});

test('a period', () => {
  const text = `[[runners]]
  [[runners.monitoring.job_queuing_durations]]
    periods = ["* * 25 * * * *"]
    threshold = "30s"
`;
  assert.deepEqual(briefReportOf(text), ['3 error invalid-value «25»']);
  assert.deepEqual(messagesOf(text), [
    message('invalid-value.period.entry', { entry: '25', period: '* * 25 * * * *', field: 'hour' }),
  ]);
  assert.deepEqual(fixTitles(text), []);
});

test('the first field of a period is marked alone', () =>
  assert.deepEqual(
    briefReportOf('[[runners]]\n[[runners.monitoring.job_queuing_durations]]\nperiods = ["99 * * * * * *"]\n').slice(
      0,
      1,
    ),
    ['3 error invalid-value «99»'],
  ));

test('a value that is nothing like the known ones', () => {
  const text = `[[runners]]
  shell = "fish"
`;
  assert.deepEqual(briefReportOf(text), ['2 warning invalid-value «"fish"»']);
  const shells = ['bash', 'sh', 'pwsh', 'powershell'];
  assert.deepEqual(
    fixTitles(text),
    shells.map((shell) => `Change to \`"${shell}"\``),
  );
  assert.ok(findingsOf(text).every(({ fixes }) => fixes?.().every(({ preferred }) => !preferred)));
});

test('what stops the runner or surely fails its jobs is an error', () => {
  assert.deepEqual(briefReportOf('log_format = "info"\nlog_level = "verbose"\n'), [
    '1 error invalid-value «"info"»',
    '2 error invalid-value «"verbose"»',
  ]);
  assert.deepEqual(fixTitles('log_format = "info"\n'), [
    'Change to `"runner"`',
    'Change to `"text"`',
    'Change to `"json"`',
  ]);
  assert.deepEqual(fixTitles('log_level = "verbose"\n'), ['Change to `"debug"`']);
  assert.equal(fixTitles('log_level = "foo"\n').length, 7);
  // logrus.ParseLevel ignores case, the formats are looked up to the letter.
  assert.deepEqual(briefReportOf('log_format = "JSON"\nlog_level = "WARN"\n'), ['1 error invalid-value «"JSON"»']);
  for (const [written, meant] of [
    ['k8s', 'kubernetes'],
    ['Docker', 'docker'],
    ['docker+autoscaler', 'docker-autoscaler'],
    ['dcoker', 'docker'],
  ]) {
    const text = `[[runners]]\n  executor = "${written}"\n`;
    assert.deepEqual(briefReportOf(text), [`2 error invalid-value «"${written}"»`]);
    assert.equal(fixTitles(text)[0], `Change to \`"${meant}"\``);
  }
});

test('an executor that is near to none may be that of a build of one’s own', () => {
  for (const name of ['slurm', 'nomad', 'podman'])
    assert.deepEqual(briefReportOf(`[[runners]]\n  executor = "${name}"\n`), [`2 warning invalid-value «"${name}"»`]);
});

test('an executor that is gone, since when, and what takes its place', () => {
  const runner = (executor: string) =>
    `[[runners]]\nname = "a"\nexecutor = "${executor}"\n[runners.docker]\nimage = "a"\n[runners.machine]\nMachineDriver = "google"\nMachineName = "a-%s"\n`;
  const ofValue = (text: string) => dataReportOf(text).filter((line) => /invalid-value/.test(line));
  assert.deepEqual(ofValue(runner('docker-ssh')), [
    '3 error invalid-value «"docker-ssh"»: invalid-value.removed instead=`docker` or `ssh` key=executor removed=16.0 value="docker-ssh"',
  ]);
  assert.deepEqual(ofValue(runner('docker-ssh+machine')), [
    '3 error invalid-value «"docker-ssh+machine"»: invalid-value.removed instead=`docker+machine` key=executor removed=16.0 value="docker-ssh+machine"',
  ]);
  const titles = (text: string) => fixKinds(text).filter((title) => /Change to `"/.test(title));
  assert.deepEqual(titles(runner('docker-ssh')), ['Change to `"docker"`', 'Change to `"ssh"`']);
  assert.deepEqual(titles(runner('docker-ssh+machine')), ['* Change to `"docker+machine"`']);
  for (const executor of ['docker-ssh', 'docker-ssh+machine']) {
    assert.deepEqual(ofValue(`# gitlab-runner: version=15.11\n${runner(executor)}`), []);
    assert.equal(ofValue(`# gitlab-runner: version=16.0\n${runner(executor)}`).length, 1);
  }
});

test('tables where texts must be are that mistake alone, and nothing is read of them', () => {
  for (const [header, code] of [
    ['[[runners.environment]]', 'wrong-type'],
    ['[[runners.docker.volumes]]', 'wrong-type'],
    ['[[runners.kubernetes.node_selector]]', 'array-for-single-table'],
  ] as const) {
    const found = briefReportOf(`[[runners]]\n${header}\nname = "a"\n`).map((each) => each.split(' ')[2]);
    assert.ok(found.includes(code), `${header}: ${found.join()}`);
    assert.ok(!found.includes('invalid-value'), header);
  }
});

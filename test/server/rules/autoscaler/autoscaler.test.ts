/** Policies of autoscalers, their instances and machines. */
import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { counted } from '../../../counted';
import { briefReportOf, dataReportOf, fixed, fixKinds } from '../../findings';

const HEAD = '[[runners]]\n  url = "https://gitlab.example.com"\n  token = "glrt-0123456789abcdefghij"\n';

/** An instance executor with policies, or what else stands below its autoscaler. */
function scaled(below = '', keys = '    max_use_count = 2\n'): string {
  return `${HEAD}  executor = "instance"\n  [runners.autoscaler]\n    plugin = "aws"\n${keys}    [runners.autoscaler.plugin_config]\n      name = "a"\n${below}`;
}

function policy(periods: string, lines = ''): string {
  return `    [[runners.autoscaler.policy]]\n      periods = ${periods}\n${lines}`;
}

/** For a runner that docker+machine is not deprecated for. */
function machine(keys = '', docker = ''): string {
  return `# gitlab-runner: version=17.0\n${HEAD}  executor = "docker+machine"\n  [runners.docker]\n    image = "alpine:3.20"\n${docker}  [runners.machine]\n    MachineDriver = "google"\n    MachineName = "ci-%s"\n${keys}`;
}

const autoscaling = (period: string) => `    [[runners.machine.autoscaling]]\n      Periods = ["${period}"]\n`;

test('a policy below that always matches hides those above it, and moves to the front', () => {
  const before = scaled(
    `${policy('["* 8-15 * * mon-fri"]', '      idle_count = 1\n')}${policy('["* * * * *"]', '      idle_count = 0\n')}`,
  );
  assert.deepEqual(dataReportOf(before), [
    '10 warning policy-order «runners.autoscaler.policy»: policy-order always=yes',
  ]);
  const after = fixed(before, 'Move the policy that always matches to the front');
  assert.match(after, /"\* \* \* \* \*"\]\n {6}idle_count = 0\n.*\n.*"\* 8-15 \* \* mon-fri"\]\n {6}idle_count = 1\n$/);
  assert.deepEqual(briefReportOf(after), []);
});

test('what no periods are set for always matches; comments of a policy go along', () => {
  const before = scaled(
    `${policy('["* 8-15 * * *"]')}\n    # The rest\n    [[runners.autoscaler.policy]]\n      idle_count = 0 # none\n`,
  );
  assert.deepEqual(briefReportOf(before), ['10 warning policy-order «runners.autoscaler.policy»']);
  assert.deepEqual(briefReportOf(fixed(before, 'Move the policy that always matches to the front')), []);
});

test('a policy that a wider one of the same zone hides', () => {
  const both = (later: string, first = '["* 8-15 * * mon-fri"]') =>
    briefReportOf(scaled(`${policy(first)}${policy(later)}`)).length;
  for (const wider of counted(['["* 8-15 * * *"]', '["* 7-18 * * 1-5"]', '["* 0-11 * * *", "* 8-17 * * mon-fri"]']))
    assert.equal(both(wider), 1, wider);
  for (const other of counted([
    '["* 9-15 * * mon-fri"]',
    '["* 8-15 1 * mon-fri"]',
    '["* 8-15 * * L"]',
    '["* 0-11 * * *", "* 12-23 * * *"]',
    '["* 0-23 * * mon-fri"]\n      timezone = "Asia/Tokyo"',
  ]))
    assert.equal(both(other), 0, other);
  // Either of two kinds of days, or both: nobody knows.
  assert.equal(both('["* * 1 * *"]', '["* * 1 * mon"]'), 0);
  assert.equal(both('["* * * * *"]\n      timezone = "Asia/Tokyo"'), 1);
});

test('the periods of docker+machine are hidden likewise', () => {
  const before = machine(`${autoscaling('* * 9-17 * * mon-fri *')}${autoscaling('* * * * * * *')}`);
  assert.deepEqual(briefReportOf(before), ['11 warning policy-order «runners.machine.autoscaling»']);
  assert.deepEqual(
    briefReportOf(machine(`${autoscaling('* * * * * * *')}${autoscaling('* * 9-17 * * mon-fri *')}`)),
    [],
  );
});

test('a period that holds for a moment', () => {
  const text = (period: string) => scaled(policy(`["${period}"]`));
  assert.deepEqual(briefReportOf(text('0 9-17 * * mon-fri')), [
    '11 warning periods-not-continuous «"0 9-17 * * mon-fri"»',
  ]);
  assert.match(fixed(text('0 9-17 * * *'), 'Change to `"* 9-17 * * *"`'), /"\* 9-17 \* \* \*"/);
  for (const moment of counted(['*/5 * * * *', '0,30 8 * * *']))
    assert.equal(briefReportOf(text(moment)).length, 1, moment);
  for (const span of counted(['* 9 * * *', '0-30 9 * * *', '*/1 * * * *', '0,1 * * * *']))
    assert.deepEqual(briefReportOf(text(span)), [], span);
});

test('five and six fields of docker+machine are a second of each minute', () => {
  const wanted = {
    '* 9-17 * * mon-fri': '* * 9-17 * * mon-fri *',
    '0 9-17 * * mon-fri': '* * 9-17 * * mon-fri *',
    '* 9-17 * * mon-fri 2030': '* * 9-17 * * mon-fri 2030',
    '0 0 9-17 * * mon-fri *': '* * 9-17 * * mon-fri *',
  };
  for (const [period, meant] of counted(Object.entries(wanted))) {
    const before = machine(autoscaling(period));
    assert.deepEqual(briefReportOf(before), [`12 warning periods-not-continuous «"${period}"»`]);
    assert.deepEqual(briefReportOf(fixed(before, `Change to \`"${meant}"\``)), []);
  }
});

test('whole numbers as durations', () => {
  const idle = (time: string) => scaled(policy('["* * * * *"]', `      idle_time = ${time}\n`));
  assert.deepEqual(briefReportOf(idle('600')), ['12 warning duration-integer «600»']);
  assert.match(fixed(idle('600'), 'Change to `"600s"`'), /idle_time = "600s"/);
  assert.deepEqual(briefReportOf(idle('600000000000')), []);
  for (const nothing of counted(['0', '"0s"', '"10m"'])) assert.deepEqual(briefReportOf(idle(nothing)), []);
  assert.deepEqual(briefReportOf(scaled('', '    max_use_count = 2\n    instance_acquire_timeout = 300\n')), [
    '8 error duration-integer «300»',
  ]);
  assert.deepEqual(fixKinds(idle('999999999')), []);
});

test('a directory for all builds of an instance that takes several', () => {
  const before = scaled('  [runners.instance]\n    use_common_build_dir = true\n');
  assert.deepEqual(briefReportOf(before), ['11 warning use-common-build-dir «use_common_build_dir»']);
  assert.deepEqual(briefReportOf(fixed(before, 'Set `max_use_count = 1`')), []);
});

test('nested machines without their daemon and without an image', () => {
  const nested = (lines: string) => scaled(`    [runners.autoscaler.vm_isolation]\n${lines}`);
  assert.deepEqual(dataReportOf(nested('      enabled = true\n      nesting_host = ""\n')), [
    '10 warning vm-isolation-incomplete «runners.autoscaler.vm_isolation»: vm-isolation-incomplete key=image',
    '12 warning vm-isolation-incomplete «""»: vm-isolation-incomplete key=nesting_host',
  ]);
});

test('images that are allowed on instances that have none', () => {
  const before = scaled('  [runners.instance]\n    allowed_images = ["*"]\n');
  assert.deepEqual(briefReportOf(before), ['11 hint instance-allowed-images-without-isolation «allowed_images»']);
});

test('what docker+machine is set to', () => {
  assert.deepEqual(briefReportOf(machine('    IdleCount = 2\n    IdleCountMin = 3\n    IdleScaleFactor = 1.5\n')), [
    '12 warning machine-idle-scale «3»',
  ]);
  const privileged = machine('', '    privileged = true\n');
  assert.deepEqual(briefReportOf(privileged), ['9 hint machine-privileged-maxbuilds «runners.machine»']);
  assert.deepEqual(briefReportOf(fixed(privileged, 'Set `MaxBuilds = 1`')), []);
  const never = machine('', '    pull_policy = ["never"]\n');
  assert.deepEqual(briefReportOf(never), ['8 warning machine-pull-never «"never"»']);
  assert.deepEqual(briefReportOf(fixed(never, 'Change to `"if-not-present"`')), []);
});

test('machines that are to be removed within half a minute', () => {
  const drained = (first: string) =>
    `${first}[machine.shutdown_drain] # gitlab-runner: ignore=deprecated-key\n  enabled = true\n`;
  assert.deepEqual(dataReportOf(drained('')), [
    '2 warning drain-without-timeout «true»: drain-without-timeout seconds=30',
  ]);
  assert.deepEqual(briefReportOf(drained('shutdown_timeout = 120\n')), ['3 warning drain-without-timeout «true»']);
  assert.deepEqual(briefReportOf(fixed(drained('shutdown_timeout = 120\n'), 'Set `shutdown_timeout = 600`')), []);
  assert.deepEqual(briefReportOf(fixed(drained(''), 'Set `shutdown_timeout = 600`')), []);
});

test('a machine that has no name', () => {
  for (const line of counted(['', '    MachineName = ""\n'])) {
    const text = machine().replace('    MachineName = "ci-%s"\n', line);
    assert.deepEqual(
      briefReportOf(text).map((found) => found.replace(/^\d+ | «.*/g, '')),
      ['error executor-without-key'],
    );
  }
});

describe('nothing is said of', () => {
  const quiet: Readonly<Record<string, string>> = {
    'policies in the order of the documentation': scaled(
      `${policy('["* * * * *"]', '      idle_count = 0\n      idle_time = "0s"\n')}${policy('["* 8-15 * * mon-fri"]', '      idle_count = 1\n')}`,
    ),
    'policies that overlap': scaled(`${policy('["* 8-12 * * *"]')}${policy('["* 10-15 * * *"]')}`),
    'a policy of a variable': scaled(`${policy(`["\${PERIOD}"]`)}${policy('["* * * * *"]')}`).replace(
      `["\${PERIOD}"]`,
      `["$PERIOD"]`,
    ),
    'periods of a template': scaled(`${policy('["{{ period }}"]')}`),
    'no policy at all': scaled(),
    'an empty list of periods': scaled(policy('[]')),
    'policies with the keys in capitals': scaled(policy('["* * * * *"]'))
      .replace('periods', 'Periods')
      .replace('Periods', 'periods'),
    'a fragment of nested machines that are off': scaled(
      '    [runners.autoscaler.vm_isolation]\n      enabled = false\n',
    ),
    'nested machines that are all there': scaled(
      '    [runners.autoscaler.vm_isolation]\n      enabled = true\n      nesting_host = "unix:///run/nesting.sock"\n      image = "vm"\n  [runners.instance]\n    allowed_images = ["vm*"]\n',
    ),
    'no images that are allowed': scaled('  [runners.instance]\n    allowed_images = []\n'),
    'one job for each instance': scaled(
      '  [runners.instance]\n    use_common_build_dir = true\n',
      '    max_use_count = 1\n',
    ),
    'a common directory that is off': scaled('  [runners.instance]\n    use_common_build_dir = false\n'),
    'a fragment about instances':
      '[[runners]]\n  [runners.instance]\n    use_common_build_dir = true\n    allowed_images = ["*"]\n',
    'a period of machines with seconds': machine(autoscaling('* * 9-17 * * mon-fri *')),
    'seconds in a range': machine(autoscaling('0-59 * 9-17 * * mon-fri *')),
    'the least of idle machines as 1': machine('    IdleCount = 0\n    IdleCountMin = 1\n    IdleScaleFactor = 1.5\n'),
    'the least of idle machines without a factor': machine('    IdleCount = 2\n    IdleCountMin = 10\n'),
    'privileged jobs on machines of their own': machine('    MaxBuilds = 1\n', '    privileged = true\n'),
    'several ways to pull': machine('', '    pull_policy = ["never", "if-not-present"]\n'),
    'time enough to remove machines':
      'shutdown_timeout = 300\n[machine.shutdown_drain] # gitlab-runner: ignore=deprecated-key\n  enabled = true\n',
    'machines that stay': '[machine.shutdown_drain] # gitlab-runner: ignore=deprecated-key\n  enabled = false\n',
    'durations as texts': scaled(
      '',
      '    max_use_count = 2\n    instance_acquire_timeout = "15m"\n    update_interval = "1m"\n',
    ),
    'Docker that never pulls': `${HEAD}  executor = "docker"\n  [runners.docker]\n    image = "alpine:3.20"\n    pull_policy = "never"\n`,
  };
  for (const [what, text] of counted(Object.entries(quiet), 20)) {
    it(what, () => assert.deepEqual(briefReportOf(text), []));
  }
});

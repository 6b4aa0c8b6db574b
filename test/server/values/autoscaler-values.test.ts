/** Periods and zones of policies, names of machines and of plugins. */
import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { cronAutoscaler } from '../../../server/values/cron-autoscaler';
import type { Grammar } from '../../../server/values/grammar';
import { machineName } from '../../../server/values/machine-name';
import { machineOption } from '../../../server/values/machine-option';
import { pluginRef } from '../../../server/values/plugin-ref';
import { timezoneOfPausePods, timezoneOfPolicy } from '../../../server/values/timezone';
import { counted } from '../../counted';
import { SLACK } from '../../slack';
import { briefReportOf, dataReportOf, fixed } from '../findings';

const idOf = (grammar: Grammar, text: string) => grammar.read(text).problems[0]?.message.id;
const repaired = (grammar: Grammar, text: string) => grammar.read(text).problems[0]?.repaired;
function markedIn(grammar: Grammar, text: string): string | undefined {
  const [problem] = grammar.read(text).problems;
  return problem && text.slice(problem.start, problem.end);
}

describe('what is right draws no word', () => {
  const right: Readonly<Record<string, readonly [Grammar, readonly string[]]>> = {
    'periods of five fields': [
      cronAutoscaler,
      ['* * * * *', '* 8-17 * * mon-fri', '* 0-12 * * *', '  *\t22-23,0-6 * * MON,7 ', '*/15 0-12/2 1,2,6-9 jan-Mar 0'],
    ],
    'forms that other crons know': [
      cronAutoscaler,
      ['* * L * ?', '* * 15w * 5#2', '@hourly', '* * * * fri-sun', '* * * * monday'],
    ],
    'zones of the data base': [timezoneOfPolicy, ['', 'UTC', 'Local', 'Europe/Berlin', 'Asia/Shanghai']],
    'names with one place': [machineName, ['', '%s', 'auto-scale-%s', 'x-%s-y', 'ci-%v']],
    'plugins of GitLab and of others': [
      pluginRef,
      [
        '',
        'aws',
        'aws:latest',
        'aws:1',
        'aws:1.0.0-rc.1',
        'googlecloud:1.0',
        'gitlab-org/fleeting/plugins/aws:latest',
        'registry.gitlab.com/gitlab-org/fleeting/plugins/aws',
        'ghcr.io/sardinasystems/fleeting-plugin-openstack:latest',
        'registry.example.com/p/x:1.0',
        'registry.example.com:5000/p/x',
        'registry.example.com:5000/p/x:2',
      ],
    ],
    programs: [
      pluginRef,
      ['fleeting-plugin-aws', '/usr/local/bin/Fleeting', './aws', 'C:\\plugins\\aws.exe', 'plugins\\aws', '~/bin/aws'],
    ],
  };
  for (const [what, [grammar, texts]] of counted(Object.entries(right), 6)) {
    it(what, () => {
      for (const text of counted(texts)) assert.deepEqual(grammar.read(text).problems, [], text);
    });
  }
});

test('the period of docker+machine loses its seconds and years', () => {
  assert.equal(idOf(cronAutoscaler, '* * 9-17 * * mon-fri *'), 'invalid-value.policy-period.fields');
  assert.equal(repaired(cronAutoscaler, '* * 9-17 * * mon-fri *'), '* 9-17 * * mon-fri');
  assert.equal(repaired(cronAutoscaler, '0 0 8 * * * *'), '0 8 * * *');
  // A second or a year that was meant, and what may be either, is nothing to guess.
  for (const text of counted([
    '5 * * * * * *',
    '* * * * * * 2030',
    '* * * * * *',
    'invalid',
    '* 8-17',
    '',
    '* * 9-77 * * * *',
  ])) {
    assert.equal(idOf(cronAutoscaler, text), 'invalid-value.policy-period.fields', text);
    assert.equal(repaired(cronAutoscaler, text), undefined, text);
  }
});

test('what is wrong with a period is said of the entry of its field', () => {
  const marked = {
    '60 * * * *': '60',
    '* 8,24 * * *': '24',
    '* * 0 * *': '0',
    '* * * 1,foo *': 'foo',
    '* * * * 8': '8',
    '* */0 * * *': '*/0',
    '* 8-17- * * *': '8-17-',
    '* mon * * *': 'mon',
  };
  for (const [text, entry] of counted(Object.entries(marked))) {
    assert.equal(idOf(cronAutoscaler, text), 'invalid-value.policy-period.entry', text);
    assert.equal(markedIn(cronAutoscaler, text), entry);
  }
  assert.equal(idOf(cronAutoscaler, '* 22-6 * * *'), 'invalid-value.policy-period.reversed');
  assert.equal(markedIn(cronAutoscaler, '* ,8 * * *'), ',');
});

test('a zone stops the autoscaler, and pause pods alone where Kubernetes has them', () => {
  for (const text of counted(['Europe/Berln', 'GMT+8', 'CEST'])) {
    assert.equal(timezoneOfPolicy.read(text).problems[0]?.fails, true, text);
    assert.ok(!timezoneOfPausePods.read(text).problems[0]?.fails, text);
  }
  assert.equal(repaired(timezoneOfPolicy, 'europe/berlin'), 'Europe/Berlin');
});

test('the name of a machine without a place, with two, or with another verb', () => {
  assert.equal(idOf(machineName, 'auto-scale'), 'invalid-value.machine-template');
  assert.deepEqual(
    ['auto-scale', 'ci-'].map((text) => repaired(machineName, text)),
    ['auto-scale-%s', 'ci-%s'],
  );
  const marked = { 'a-%d': '%d', 'a-%s-%s': '%s', 'a-%': '%', '100%%-%s': '%%', 'a-%S': '%S', '%s-%d': '%d' };
  for (const [text, verb] of counted(Object.entries(marked))) {
    assert.equal(idOf(machineName, text), 'invalid-value.machine-template.verb', text);
    assert.equal(markedIn(machineName, text), verb);
  }
  assert.equal(machineName.read('a-%s-%s').problems[0]?.start, 5);
  assert.deepEqual(
    ['a-%d', 'a-%', 'a-%s-%s'].map((text) => repaired(machineName, text)),
    ['a-%s', 'a-%s', undefined],
  );
});

test('several options for a machine in one text', () => {
  const items = (text: string) => machineOption.read(text).problems.map((problem) => problem.items);
  assert.deepEqual(items('amazonec2-region=eu-west-1,amazonec2-zone=a'), [
    ['amazonec2-region=eu-west-1', 'amazonec2-zone=a'],
  ]);
  assert.deepEqual(items('google-project=p google-tags=a,b, --google-zone=z'), [
    ['google-project=p', 'google-tags=a,b', 'google-zone=z'],
  ]);
  assert.deepEqual(items('google-preemptible google-use-internal-ip'), [
    ['google-preemptible', 'google-use-internal-ip'],
  ]);
  for (const text of counted([
    'amazonec2-tags=Name,runner,amazonec2-x,y',
    'amazonec2-userdata=/etc/a b',
    'engine-opt=a=b,c=d',
    '',
    'google-project=$P',
  ]))
    assert.deepEqual(items(text), [], text);
  assert.equal(repaired(machineOption, '--amazonec2-region=eu-west-1'), 'amazonec2-region=eu-west-1');
  assert.equal(
    fixed('[[runners]]\n  [runners.machine]\n    MachineOptions = ["a-x=1,a-y=2"]\n', 'Make 2 entries of it'),
    '[[runners]]\n  [runners.machine]\n    MachineOptions = ["a-x=1", "a-y=2"]\n',
  );
});

test('a plugin that nobody finds', () => {
  const wanted = {
    AWS: 'aws',
    ' aws': 'aws',
    'a b': undefined,
    'https://registry.example.com/p/x:1': 'registry.example.com/p/x:1',
    'aws latest': undefined,
    'aws:v1.0.0': 'aws:1.0.0',
    'aws:v1': 'aws:1',
    'aws:1.x': 'aws:1',
    'aws:^1': undefined,
    'aws:main': undefined,
    'aws@sha256:0000': undefined,
    'registry.example.com:5000/p/x:v2': 'registry.example.com:5000/p/x:2',
    'fleeting-plugin-aws:latest': 'aws:latest',
    'fleeting-plugin-hetzner:latest': 'hetznercloud/fleeting-plugin-hetzner:latest',
    'fleeting-plugin-other:1': undefined,
    hetzner: 'hetznercloud/fleeting-plugin-hetzner:latest',
    'gcp:1': 'googlecloud:1',
    'localhost:5000/x/aws:latest': undefined,
  };
  for (const [text, meant] of counted(Object.entries(wanted))) {
    assert.equal(pluginRef.read(text).problems.length, 1, text);
    assert.equal(repaired(pluginRef, text), meant, text);
    if (meant !== undefined) assert.deepEqual(pluginRef.read(meant).problems, [], meant);
  }
});

test('errors where no job is taken, warnings elsewhere', () => {
  const scaled = (line: string, policy = '') =>
    `[[runners]]\n  executor = "instance"\n  [runners.autoscaler]\n    ${line}\n    [[runners.autoscaler.policy]]\n      ${policy}\n`;
  assert.deepEqual(briefReportOf(scaled('plugin = "AWS"')), ['4 error invalid-value «"AWS"»']);
  assert.deepEqual(briefReportOf(scaled('plugin = "aws"', 'timezone = "Europe/Berln"')), [
    '6 error invalid-value «"Europe/Berln"»',
  ]);
  const seven = scaled('plugin = "aws"', 'periods = ["* * 9-17 * * mon-fri *"]');
  assert.deepEqual(briefReportOf(seven), ['6 warning invalid-value «"* * 9-17 * * mon-fri *"»']);
  assert.match(fixed(seven, 'Change to `"* 9-17 * * mon-fri"`'), /periods = \["\* 9-17 \* \* mon-fri"\]/);
  assert.deepEqual(dataReportOf('[[runners]]\n  [[runners.kubernetes.autoscaler.policy]]\n    timezone = "CEST"\n'), [
    '3 warning invalid-value «"CEST"»: invalid-value.time-zone outcome=noPods text=CEST',
  ]);
  for (const name of counted([`\${NAME}`, '{{ name }}'])) {
    assert.deepEqual(
      briefReportOf(scaled(`plugin = "${name}"`, `timezone = "${name}"\n      periods = ["${name}"]`)),
      [],
    );
    assert.ok(
      !briefReportOf(`[[runners]]\n  [runners.machine]\n    MachineName = "${name}"\n`).some((line) =>
        line.includes('invalid-value'),
      ),
    );
  }
});

test('hostile texts are read at once', () => {
  const start = performance.now();
  for (const grammar of [cronAutoscaler, machineName, pluginRef, timezoneOfPolicy]) {
    for (const part of ['1', ' ', '* ', ',', '1,', '1-', '%', '%s', 'a-', 'a/', ':', '@', 'a.'])
      grammar.read(part.repeat(300_000));
    for (const part of ['1,', ',', '*/2,', '1-']) grammar.read(`${part.repeat(300_000)}1 * * * *`);
  }
  assert.ok(performance.now() - start < 3000 * SLACK);
});

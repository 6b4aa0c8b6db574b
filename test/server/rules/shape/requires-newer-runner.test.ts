import assert from 'node:assert/strict';
import { test } from 'node:test';
import { briefReportOf, dataReportOf, fixed, fixTitles } from '../../findings';

const at = (version: string, text: string) => `# gitlab-runner: version=${version}\n${text}`;

test('a key that came later is named with its version, and can be removed', () => {
  const text = at('16.6', 'connection_max_age = "10m"\nconcurrent = 2\n');
  assert.deepEqual(dataReportOf(text), [
    '2 warning requires-newer-runner «connection_max_age»: requires-newer-runner key=connection_max_age since=16.9 version=16.6',
  ]);
  assert.equal(fixed(text, 'Remove `connection_max_age`'), at('16.6', 'concurrent = 2\n'));
  assert.deepEqual(dataReportOf(at('16.9', 'connection_max_age = "10m"\n')), []);
});

test('a table that came later is named once, whatever is in it', () => {
  const text = '[[runners]]\n  [runners.kubernetes]\n    [[runners.kubernetes.volumes.nfs]]\n      nme = 1\n';
  assert.deepEqual(dataReportOf(at('18.11', text)), [
    '4 warning requires-newer-runner «nfs»: requires-newer-runner key=runners.kubernetes.volumes.nfs since=19.0 version=18.11',
  ]);
  assert.deepEqual(fixTitles(at('18.11', text)), []);
});

test('the case of the name makes no difference, as it makes none to the runner', () =>
  assert.deepEqual(briefReportOf(at('16.6', 'Connection_Max_Age = "10m"\n')), [
    '2 warning requires-newer-runner «Connection_Max_Age»',
  ]));

test('a misspelled name is not called by the name of a key that is not there yet', () =>
  assert.deepEqual(dataReportOf(at('16.6', 'connection_max_agee = "10m"\n')), [
    '2 warning unknown-key «connection_max_agee»: unknown-key key=connection_max_agee table=top',
  ]));

test('a duration in words is refused before 15.9', () => {
  const text = '[[runners]]\n  unhealthy_interval = "90s"\n';
  assert.deepEqual(dataReportOf(at('15.8', text)), [
    '3 error requires-newer-runner «"90s"»: requires-newer-runner.value key=unhealthy_interval since=15.9 version=15.8 wanted=integer',
  ]);
  assert.deepEqual(dataReportOf(at('15.9', text)), []);
  assert.deepEqual(dataReportOf(at('15.8', '[[runners]]\n  unhealthy_interval = 90000000000\n')), []);
});

test('what is wrong for every runner keeps its own rule', () =>
  assert.deepEqual(briefReportOf(at('15.8', '[[runners]]\n  unhealthy_interval = true\n')), [
    '3 error wrong-type «true»',
  ]));

const policy = (table: string, value: string) => `[[runners]]\n  [runners.${table}]\n    pull_policy = ${value}\n`;

for (const [table, since, before] of [
  ['docker', '13.8', '13.7'],
  ['kubernetes', '13.11', '13.10'],
] as const) {
  test(`a list of pull policies of ${table} is refused before ${since}`, () => {
    const list = policy(table, '["always", "if-not-present"]');
    assert.deepEqual(briefReportOf(at(before, list)), ['4 error requires-newer-runner «["always", "if-not-present"]»']);
    assert.deepEqual(briefReportOf(at(since, list)), []);
    for (const version of [before, since]) assert.deepEqual(briefReportOf(at(version, policy(table, '"always"'))), []);
    assert.deepEqual(briefReportOf(at(before, policy(table, '"allways"'))), ['4 error invalid-value «"allways"»']);
  });
}

const names = '[[runners]]\n  [runners.docker]\n    services = ["mysql:8"]\n';
const tables = '[[runners]]\n  [[runners.docker.services]]\n    name = "mysql:8"\n';

test('services are a list of names until 13.0, and tables since 12.7', () => {
  const results = ['12.6', '12.7', '12.10', '13.0'].map((version) => [
    briefReportOf(at(version, names)),
    briefReportOf(at(version, tables)),
  ]);
  assert.deepEqual(results, [
    [[], ['3 error requires-newer-runner «services»']],
    [[], []],
    [[], []],
    [['4 error wrong-type «["mysql:8"]»'], []],
  ]);
});

test('a feature flag that came later is named, in the table and as a variable', () => {
  const text =
    '[[runners]]\n  environment = ["FF_USE_NATIVE_STEPS=true"]\n  [runners.feature_flags]\n    FF_TIMESTAMPS = true\n';
  assert.deepEqual(dataReportOf(at('16.6', text)), [
    '3 warning requires-newer-runner «FF_USE_NATIVE_STEPS»: requires-newer-runner key=FF_USE_NATIVE_STEPS since=17.6 version=16.6',
    '5 warning requires-newer-runner «FF_TIMESTAMPS»: requires-newer-runner key=FF_TIMESTAMPS since=16.11 version=16.6',
  ]);
  assert.equal(
    fixed(at('16.6', text), 'Remove `FF_USE_NATIVE_STEPS`'),
    at('16.6', text.replace('"FF_USE_NATIVE_STEPS=true"', '')),
  );
});

test('what only a runner has that is not released is a hint, for who does not say that the file is for an older one', () => {
  const text = '[[runners]]\n  [runners.kubernetes]\n    suspend_pvc_size = "1Gi"\n';
  assert.deepEqual(dataReportOf(text), [
    '3 hint requires-newer-runner «suspend_pvc_size»: requires-newer-runner.unreleased key=suspend_pvc_size since=19.4 version=19.3',
  ]);
  assert.deepEqual(briefReportOf(at('19.4', text)), []);
  assert.deepEqual(briefReportOf(at('19.2', text)), ['4 warning requires-newer-runner «suspend_pvc_size»']);
});

test('with the newest runner nothing is too new', () => assert.deepEqual(briefReportOf(tables), []));

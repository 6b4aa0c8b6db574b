import assert from 'node:assert/strict';
import { test } from 'node:test';
import { briefReportOf, findingsOf, fixed, reportOf } from '../../findings';
import { environment, table } from './feature-flag-texts';

test('the default in the table binds the jobs', () => {
  const text = table('FF_TIMESTAMPS = true', 'FF_SCRIPT_SECTIONS = true');
  assert.deepEqual(reportOf(text), [
    '3 hint default-feature-flag «FF_TIMESTAMPS»: `true` is the default of `FF_TIMESTAMPS` since GitLab Runner 18.7. It only keeps jobs from changing it.',
  ]);
  assert.deepEqual(findingsOf(text)[0]?.tags, ['unnecessary']);
  assert.equal(fixed(text, 'Remove `FF_TIMESTAMPS`'), table('FF_SCRIPT_SECTIONS = true'));
});

test('as a variable it changes nothing; nor does a flag that jobs cannot set', () => {
  assert.deepEqual(reportOf(environment('FF_SCRIPT_SECTIONS=0')), [
    '2 hint default-feature-flag «FF_SCRIPT_SECTIONS»: `false` is the default of `FF_SCRIPT_SECTIONS`. It changes nothing.',
  ]);
  assert.match(reportOf(table('FF_RESOLVE_FULL_TLS_CHAIN = false'))[0] ?? '', /16\.4\. It changes nothing\.$/);
});

test('which value is the default depends on the runner', () => {
  const at = (version: string, value: boolean) =>
    briefReportOf(`# gitlab-runner: version=${version}\n${table(`FF_GIT_URLS_WITHOUT_TOKENS = ${value}`)}`).length;
  const changes = ['17.5', '17.6', '17.11', '18.0', '18.1', '19.4'].map((version) => [
    at(version, true),
    at(version, false),
  ]);
  assert.deepEqual(changes, [
    [1, 0],
    [0, 1],
    [0, 1],
    [1, 0],
    [0, 1],
    [0, 1],
  ]);
});

test('another value than the default, and one that is none', () =>
  assert.deepEqual(briefReportOf(table('FF_TIMESTAMPS = false', 'FF_SCRIPT_SECTIONS = "false"')), [
    '4 error wrong-type «"false"»',
  ]));

test('a default that keeps another value from counting', () => {
  assert.deepEqual(briefReportOf(environment('FF_SCRIPT_SECTIONS=true', 'FF_SCRIPT_SECTIONS=false')), [
    '2 hint overridden-feature-flag «FF_SCRIPT_SECTIONS»',
  ]);
  assert.deepEqual(
    briefReportOf(
      '[[runners]]\n  environment = ["FF_SCRIPT_SECTIONS=true"]\n  [runners.feature_flags]\n    FF_SCRIPT_SECTIONS = false\n',
    ),
    [],
  );
});

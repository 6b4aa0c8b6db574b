import assert from 'node:assert/strict';
import { test } from 'node:test';
import { message } from '../../../../server/text/message';
import { briefReportOf, findingsOf, fixed, messagesOf } from '../../findings';
import { environment, table } from './feature-flag-texts';

test('the default in the table binds the jobs', () => {
  const text = table('FF_TIMESTAMPS = true', 'FF_SCRIPT_SECTIONS = true');
  assert.deepEqual(briefReportOf(text), ['3 hint default-feature-flag «FF_TIMESTAMPS»']);
  assert.deepEqual(messagesOf(text), [
    message('default-feature-flag.since', { key: 'FF_TIMESTAMPS', value: 'true', version: '18.7', effect: 'fixed' }),
  ]);
  assert.deepEqual(findingsOf(text)[0]?.tags, ['unnecessary']);
  assert.equal(fixed(text, 'Remove `FF_TIMESTAMPS`'), table('FF_SCRIPT_SECTIONS = true'));
});

test('as a variable it changes nothing; nor does a flag that jobs cannot set', () => {
  const variable = environment('FF_SCRIPT_SECTIONS=0');
  assert.deepEqual(briefReportOf(variable), ['2 hint default-feature-flag «FF_SCRIPT_SECTIONS»']);
  assert.deepEqual(messagesOf(variable), [
    message('default-feature-flag', { key: 'FF_SCRIPT_SECTIONS', value: 'false', effect: 'none' }),
  ]);
  const key = 'FF_RESOLVE_FULL_TLS_CHAIN';
  assert.deepEqual(messagesOf(table(`${key} = false`)), [
    message('default-feature-flag.since', { key, value: 'false', version: '16.4', effect: 'none' }),
  ]);
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
    ['2 warning feature-flag-both «FF_SCRIPT_SECTIONS»'],
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixed, fixTitles, reportOf } from '../../findings';
import { environment, table } from './feature-flag-texts';

test('a flag that is gone, with what to look at', () => {
  const text = table('FF_RETRIEVE_POD_WARNING_EVENTS = true', 'FF_SCRIPT_SECTIONS = true');
  assert.deepEqual(reportOf(text), [
    '3 warning removed-feature-flag «FF_RETRIEVE_POD_WARNING_EVENTS»: `FF_RETRIEVE_POD_WARNING_EVENTS` was removed in GitLab Runner 18.0. The runner ignores it. Look at `print_pod_warning_events` instead.',
  ]);
  assert.equal(fixed(text, 'Remove `FF_RETRIEVE_POD_WARNING_EVENTS`'), table('FF_SCRIPT_SECTIONS = true'));
});

test('the opposite flag is named but not put in its place: it would turn the meaning round', () =>
  assert.deepEqual(fixTitles(table('FF_USE_NEW_BASH_EVAL_STRATEGY = true')), [
    'Remove `FF_USE_NEW_BASH_EVAL_STRATEGY`',
  ]));

test('as a variable, too', () => {
  const text = environment('A=1', 'FF_USE_NATIVE_STEPS=true');
  assert.deepEqual(reportOf(text), [
    '2 warning removed-feature-flag «FF_USE_NATIVE_STEPS»: `FF_USE_NATIVE_STEPS` was removed in GitLab Runner 18.6. The runner ignores it.',
  ]);
  assert.equal(fixed(text, 'Remove `FF_USE_NATIVE_STEPS`'), environment('A=1'));
});

test('in the wrong table it is removed all the same: nothing else is said of it', () =>
  assert.deepEqual(reportOf('[[runners]]\n  FF_USE_NATIVE_STEPS = true\n'), [
    '2 warning removed-feature-flag «FF_USE_NATIVE_STEPS»: `FF_USE_NATIVE_STEPS` was removed in GitLab Runner 18.6. The runner ignores it.',
  ]));

test('before it was removed it is live', () =>
  assert.deepEqual(reportOf(`# gitlab-runner: version=17.6\n${table('FF_USE_NATIVE_STEPS = true')}`), []));

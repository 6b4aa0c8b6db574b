import assert from 'node:assert/strict';
import { test } from 'node:test';
import { message } from '../../../../server/text/message';
import { briefReportOf, fixed, fixTitles, messagesOf } from '../../findings';
import { environment, table } from './feature-flag-texts';

test('a flag that is gone, with what to look at', () => {
  const text = table('FF_RETRIEVE_POD_WARNING_EVENTS = true', 'FF_SCRIPT_SECTIONS = true');
  assert.deepEqual(briefReportOf(text), ['3 warning removed-feature-flag «FF_RETRIEVE_POD_WARNING_EVENTS»']);
  const gone = { key: 'FF_RETRIEVE_POD_WARNING_EVENTS', removed: '18.0' };
  assert.deepEqual(messagesOf(text), [
    message('removed-feature-flag.replaced', { ...gone, replacement: 'print_pod_warning_events' }),
  ]);
  assert.equal(fixed(text, 'Remove `FF_RETRIEVE_POD_WARNING_EVENTS`'), table('FF_SCRIPT_SECTIONS = true'));
});

test('the opposite flag is named but not put in its place: it would turn the meaning round', () =>
  assert.deepEqual(fixTitles(table('FF_USE_NEW_BASH_EVAL_STRATEGY = true')), [
    'Remove `FF_USE_NEW_BASH_EVAL_STRATEGY`',
  ]));

test('as a variable, too', () => {
  const text = environment('A=1', 'FF_USE_NATIVE_STEPS=true');
  assert.deepEqual(briefReportOf(text), ['2 warning removed-feature-flag «FF_USE_NATIVE_STEPS»']);
  assert.deepEqual(messagesOf(text), [
    message('removed-feature-flag', { key: 'FF_USE_NATIVE_STEPS', removed: '18.6' }),
  ]);
  assert.equal(fixed(text, 'Remove `FF_USE_NATIVE_STEPS`'), environment('A=1'));
});

test('in the wrong table it is removed all the same: nothing else is said of it', () =>
  assert.deepEqual(briefReportOf('[[runners]]\n  FF_USE_NATIVE_STEPS = true\n'), [
    '2 warning removed-feature-flag «FF_USE_NATIVE_STEPS»',
  ]));

test('before it was removed it is live', () =>
  assert.deepEqual(briefReportOf(`# gitlab-runner: version=17.6\n${table('FF_USE_NATIVE_STEPS = true')}`), []));

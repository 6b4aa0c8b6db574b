import assert from 'node:assert/strict';
import { test } from 'node:test';
import { message } from '../../../../server/text/message';
import { briefReportOf, fixed, fixTitles, messagesOf } from '../../findings';
import { environment, table } from './feature-flag-texts';

const at194 = (text: string) => `# gitlab-runner: version=19.4\n${text}`;

test('a flag that will go, at its default', () => {
  const text = at194(table('FF_USE_FASTZIP = true', 'FF_SCRIPT_SECTIONS = true'));
  assert.deepEqual(briefReportOf(text), ['4 hint deprecated-feature-flag «FF_USE_FASTZIP»']);
  const versions = { since: '19.4', planned: '19.7', version: '19.4' };
  assert.deepEqual(messagesOf(text), [
    message('deprecated-feature-flag.planned-default', { key: 'FF_USE_FASTZIP', value: 'true', ...versions }),
  ]);
  assert.equal(fixed(text, 'Remove `FF_USE_FASTZIP`'), at194(table('FF_SCRIPT_SECTIONS = true')));
});

test('another value is there for a reason', () => {
  const text = at194(environment('FF_USE_FASTZIP=false'));
  assert.deepEqual(briefReportOf(text), ['3 hint deprecated-feature-flag «FF_USE_FASTZIP»']);
  assert.deepEqual(messagesOf(text), [
    message('deprecated-feature-flag.planned', { key: 'FF_USE_FASTZIP', since: '19.4', planned: '19.7' }),
  ]);
  assert.deepEqual(fixTitles(text), []);
});

test('one without a plan for its removal', () => {
  const key = 'FF_RETRIEVE_POD_WARNING_EVENTS';
  const messages = (value: boolean) => messagesOf(`# gitlab-runner: version=17.2\n${table(`${key} = ${value}`)}`);
  assert.deepEqual(messages(false), [message('deprecated-feature-flag', { key, since: '17.2' })]);
  assert.deepEqual(messages(true), [
    message('deprecated-feature-flag.default', { key, since: '17.2', value: 'true', version: '17.2' }),
  ]);
});

test('before it was deprecated nothing is said, and not of a release that is still to come', () => {
  assert.deepEqual(briefReportOf(`# gitlab-runner: version=19.3\n${table('FF_USE_FASTZIP = true')}`), []);
  assert.deepEqual(briefReportOf(table('FF_USE_FASTZIP = true')), []);
});

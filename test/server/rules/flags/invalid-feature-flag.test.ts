import assert from 'node:assert/strict';
import { test } from 'node:test';
import { message } from '../../../../server/text/message';
import { briefReportOf, fixed, fixTitles, messagesOf } from '../../findings';
import { environment } from './feature-flag-texts';

test('a text that is neither true nor false to the runner', () => {
  const text = environment('FF_SCRIPT_SECTIONS=yes');
  assert.deepEqual(briefReportOf(text), ['2 warning invalid-feature-flag «yes»']);
  assert.deepEqual(messagesOf(text), [message('invalid-feature-flag', { key: 'FF_SCRIPT_SECTIONS' })]);
  assert.equal(fixed(text, 'Change to `true`'), environment('FF_SCRIPT_SECTIONS=true'));
});

for (const value of ['1', 't', 'T', 'TRUE', 'true', 'True']) {
  test(`${value} is true`, () => assert.deepEqual(briefReportOf(environment(`FF_SCRIPT_SECTIONS=${value}`)), []));
}

for (const value of ['tRUE', 'on', 'maybe', ' true', '2']) {
  test(`${JSON.stringify(value)} is none`, () =>
    assert.deepEqual(briefReportOf(environment(`FF_SCRIPT_SECTIONS=${value}`)), [
      `2 warning invalid-feature-flag «${value}»`,
    ]));
}

test('nothing at all is none, too', () =>
  assert.deepEqual(briefReportOf(environment('FF_SCRIPT_SECTIONS=')), [
    '2 warning invalid-feature-flag «FF_SCRIPT_SECTIONS»',
  ]));

test('what a variable stands for is not known', () =>
  assert.deepEqual(briefReportOf(environment('FF_SCRIPT_SECTIONS=$MINE')), []));

test('what cannot be guessed is not changed', () =>
  assert.deepEqual(fixTitles(environment('FF_SCRIPT_SECTIONS=maybe')), []));

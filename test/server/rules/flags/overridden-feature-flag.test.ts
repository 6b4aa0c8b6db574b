import assert from 'node:assert/strict';
import { test } from 'node:test';
import { message } from '../../../../server/text/message';
import { briefReportOf, fixed, messagesOf } from '../../findings';
import { environment } from './feature-flag-texts';

test('a flag that is set twice has the last value', () => {
  const text = environment('FF_SCRIPT_SECTIONS=true', 'A=1', 'FF_SCRIPT_SECTIONS=0');
  assert.deepEqual(briefReportOf(text), ['2 hint overridden-feature-flag «FF_SCRIPT_SECTIONS»']);
  assert.deepEqual(messagesOf(text), [message('overridden-feature-flag', { key: 'FF_SCRIPT_SECTIONS' })]);
  const after = fixed(text, 'Remove `FF_SCRIPT_SECTIONS`');
  assert.equal(after, environment('A=1', 'FF_SCRIPT_SECTIONS=0'));
});

test('to the same value, or other variables', () => {
  assert.deepEqual(briefReportOf(environment('FF_SCRIPT_SECTIONS=true', 'FF_SCRIPT_SECTIONS=1')), []);
  assert.deepEqual(briefReportOf(environment('A=1', 'A=2')), ['2 hint environment-duplicate «"A=1"»']);
});

test('of three the ones that say something else than the last', () =>
  assert.deepEqual(
    briefReportOf(environment('FF_SCRIPT_SECTIONS=true', 'FF_SCRIPT_SECTIONS=false', 'FF_SCRIPT_SECTIONS=true')),
    ['2 hint overridden-feature-flag «FF_SCRIPT_SECTIONS»'],
  ));

test('in two branches of a template one of them is rendered', () =>
  assert.deepEqual(
    briefReportOf(
      '[[runners]]\n  environment = [\n{{ if .a }}\n    "FF_SCRIPT_SECTIONS=true",\n{{ else }}\n    "FF_SCRIPT_SECTIONS=false",\n{{ end }}\n  ]\n',
    ),
    // In the one that says so the flag has its default; none overrides the other.
    ['6 hint default-feature-flag «FF_SCRIPT_SECTIONS»'],
  ));

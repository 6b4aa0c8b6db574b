import assert from 'node:assert/strict';
import { test } from 'node:test';
import { message } from '../../../../server/text/message';
import { briefReportOf, documentOf, fixed, fixTitles, messagesOf } from '../../findings';
import { environment, table } from './feature-flag-texts';

test('a flag that no runner has had, with the one that was meant', () => {
  const text = table('FF_NETWORK_PER_BULD = true');
  assert.deepEqual(briefReportOf(text), ['3 warning unknown-feature-flag «FF_NETWORK_PER_BULD»']);
  const names = { key: 'FF_NETWORK_PER_BULD', meant: 'FF_NETWORK_PER_BUILD' };
  assert.deepEqual(messagesOf(text), [message('unknown-feature-flag.misspelled', names)]);
  assert.equal(fixed(text, 'Rename to `FF_NETWORK_PER_BUILD`'), table('FF_NETWORK_PER_BUILD = true'));
});

test('flags are matched to the letter', () => {
  assert.deepEqual(fixTitles(table('ff_script_sections = true')), ['Rename to `FF_SCRIPT_SECTIONS`']);
  assert.deepEqual(fixTitles(table('SCRIPT_SECTIONS = true')), ['Rename to `FF_SCRIPT_SECTIONS`']);
});

test('one that resembles none', () => {
  assert.deepEqual(briefReportOf(table('FF_WARP = true')), ['3 warning unknown-feature-flag «FF_WARP»']);
  assert.deepEqual(messagesOf(table('FF_WARP = true')), [message('unknown-feature-flag', { key: 'FF_WARP' })]);
  assert.deepEqual(fixTitles(table('FF_WARP = true')), []);
});

test('as a variable a name may be the jobs’ own: only a near miss is reported', () => {
  assert.deepEqual(briefReportOf(environment('FF_WARP=true', 'FF_MODE=3', 'WARP=1', 'FF_=')), []);
  const text = environment('FF_SCRIPT_SECTION=true');
  assert.deepEqual(briefReportOf(text), ['2 warning unknown-feature-flag «FF_SCRIPT_SECTION»']);
  assert.equal(fixed(text, 'Rename to `FF_SCRIPT_SECTIONS`'), environment('FF_SCRIPT_SECTIONS=true'));
});

test('the flag that was meant is there already', () => {
  const text = table('FF_SCRIPT_SECTIONS = true', 'FF_SCRIPT_SECTION = true');
  assert.deepEqual(briefReportOf(text), ['4 warning unknown-feature-flag «FF_SCRIPT_SECTION»']);
  const names = { key: 'FF_SCRIPT_SECTION', meant: 'FF_SCRIPT_SECTIONS' };
  assert.deepEqual(messagesOf(text), [message('unknown-feature-flag.misspelled-twice', names)]);
  assert.deepEqual(fixTitles(text), []);
  assert.deepEqual(fixTitles(environment('FF_SCRIPT_SECTIONS=true', 'FF_SCRIPT_SECTION=false')), []);
  assert.deepEqual(fixTitles(environment('FF_SCRIPT_SECTION=false', 'FF_SCRIPT_SECTIONS=true')), []);
});

test('where the name is written with escapes it cannot be renamed', () => {
  const text = environment('FF\\u005FSCRIPT_SECTION=true');
  assert.deepEqual(briefReportOf(text), ['2 warning unknown-feature-flag «"FF\\u005FSCRIPT_SECTION=true"»']);
  assert.deepEqual(fixTitles(text), []);
});

test('the environment of a service is not the runner’s', () =>
  assert.deepEqual(
    briefReportOf(
      '[[runners]]\n  [[runners.docker.services]]\n    name = "a"\n    environment = ["FF_SCRIPT_SECTION=true", "FF_SCRIPT_SECTIONS=yes"]\n',
    ),
    [],
  ));

test('a template may put keys below the header in one branch only', () => {
  const text =
    '[[runners]]\n{% if flags %}\n  [runners.feature_flags]\n    FF_SCRIPT_SECTIONS = true\n{% endif %}\n  debug_trace_disabled = true\n';
  assert.equal(documentOf(text).isTemplate, true);
  assert.deepEqual(briefReportOf(text), []);
});

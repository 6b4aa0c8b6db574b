import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixed, fixTitles, reportOf } from '../../findings';
import { environment, table } from './feature-flag-texts';

test('a flag that will go, at its default', () => {
  const text = table('FF_USE_FASTZIP = true', 'FF_SCRIPT_SECTIONS = true');
  assert.deepEqual(reportOf(text), [
    '3 information deprecated-feature-flag «FF_USE_FASTZIP»: `FF_USE_FASTZIP` is deprecated since GitLab Runner 19.4 and planned to be removed in 19.7. `true` is its default since 19.4.',
  ]);
  assert.equal(fixed(text, 'Remove `FF_USE_FASTZIP`'), table('FF_SCRIPT_SECTIONS = true'));
});

test('another value is there for a reason', () => {
  const text = environment('FF_USE_FASTZIP=false');
  assert.deepEqual(reportOf(text), [
    '2 information deprecated-feature-flag «FF_USE_FASTZIP»: `FF_USE_FASTZIP` is deprecated since GitLab Runner 19.4 and planned to be removed in 19.7.',
  ]);
  assert.deepEqual(fixTitles(text), []);
});

test('before it was deprecated nothing is said', () =>
  assert.deepEqual(reportOf(`# gitlab-runner: version=19.3\n${table('FF_USE_FASTZIP = true')}`), []));

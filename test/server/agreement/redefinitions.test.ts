/**
 * Texts that define tables, lists and values more than once, with headers, dotted names and inline tables, and what the decoder that the
 * runner is built with (BurntSushi/toml 1.6.0, into structures of the runner's kind) said of each.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted } from '../../counted';
import rows from '../../data/redefinitions.json';
import { findingsIn, stopsRunner } from './compare';

test('an error stands where the decoder refuses a definition, and nowhere else', () => {
  const wrong = counted(rows, 300).filter(
    ({ text, accepted }) => findingsIn(text).findings.some(stopsRunner) === accepted,
  );
  assert.deepEqual(wrong, []);
});

test('what the decoder takes against the specification is a warning', () => {
  const loaded = counted(
    rows.filter(({ accepted }) => accepted),
    150,
  );
  const silent = loaded.filter(({ text }) => !findingsIn(text).findings.some(({ severity }) => severity === 'warning'));
  assert.deepEqual(silent, []);
});

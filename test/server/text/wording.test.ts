/**
 * The wording of everything that the server and the command line say, in one file, so that a change of words is read as one:
 * `UPDATE_WORDING=1 node scripts/test.mjs text/wording` writes it anew.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { readMessagePatterns } from '../../../server/text/message-files';
import { counted } from '../../counted';
import { wording } from './wording';

const GOLDEN = 'test/fixtures/wording.txt';

const patterns =
  readMessagePatterns('en') ?? assert.fail('there are no English messages: node scripts/compile-schema.mjs');
const lines = wording(patterns);

test('each sentence is as it was last read', () => {
  if (process.env.UPDATE_WORDING) writeFileSync(GOLDEN, `${lines.join('\n')}\n`);
  const golden = readFileSync(GOLDEN, 'utf8').trimEnd();
  assert.equal(lines.join('\n'), golden);
});

test('all messages have sentences', () => {
  assert.ok(Object.keys(patterns).length > 300);
  for (const line of lines) assert.match(line, /^[\w.-]+: \S/);
});

test('no sentence has a lone brace, two spaces or a stop too many', () => {
  for (const line of counted(lines)) {
    const [, sentence = ''] = /^[\w.-]+: (.*)$/s.exec(line) ?? [];
    if (sentence.includes('\n')) continue;
    assert.doesNotMatch(sentence.replace(/`[^`]*`/g, '`'), /[{}]|\S {2,}\S|\.\.(?!\.)(?<!\.\.\.)/, line);
  }
});

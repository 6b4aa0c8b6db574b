import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCursor } from './cursor';

test('the mark is the cursor and leaves the text', () => {
  assert.deepEqual(readCursor('name = "|x"'), { text: 'name = "x"', offset: 8 });
  assert.deepEqual(readCursor('|'), { text: '', offset: 0 });
  assert.deepEqual(readCursor('a\r\n|'), { text: 'a\r\n', offset: 3 });
});

test('no mark or several are mistakes of the test', () => {
  assert.throws(() => readCursor('name = "x"'), /No cursor/);
  assert.throws(() => readCursor('a | b | c'), /More than one cursor/);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { windowsEscape } from '../../../server/edits/windows-path';
import { SLACK } from '../../slack';

test('what is a Windows path with an escape in it, and what is not', () => {
  assert.equal(windowsEscape(String.raw`"C:\builds"`), 3);
  assert.equal(windowsEscape(String.raw`"/c:D:\temp"`), 6);
  assert.equal(windowsEscape(String.raw`"\\server\builds"`), 9);
  assert.equal(windowsEscape(String.raw`"C:\\builds"`), undefined);
  assert.equal(windowsEscape(String.raw`"echo a:\nexit"`), undefined);
  assert.equal(windowsEscape(String.raw`"abc:\nexit"`), undefined);
  assert.equal(windowsEscape(String.raw`"a\tb"`), undefined);
});

test('a megabyte is scanned at once', () => {
  const start = performance.now();
  for (const piece of ['C:', '\\\\', 'C:\\\\', ' x:\\n', 'a'])
    windowsEscape(`"${piece.repeat(1_000_000 / piece.length)}"`);
  assert.ok(performance.now() - start < 1500 * SLACK);
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { linesMadeAt, runsOf } from '../../client/preview-lines';

const at = (line: number, character: number) => ({ line, character });
const range = (line: number, from: number, to: number, last = line) => ({ start: at(line, from), end: at(last, to) });
const shown = {
  runner: { index: 0 },
  text: '',
  // Two keys of one line, one over several lines, and a default.
  origins: [
    { said: 'a', range: range(1, 2, 7) },
    { said: 'b', range: range(1, 9, 14) },
    { said: 'c', range: range(3, 2, 1, 5) },
    { said: 'default' },
  ],
  lines: [-1, 0, 3, 1, 1, 2, 0],
};

describe('the lines of a preview that a place makes', () => {
  const made = (line: number, character: number) => linesMadeAt(shown, at(line, character));

  it('are those of the key that the cursor is in', () => {
    assert.deepEqual(made(1, 4), [1, 6]);
    assert.deepEqual(made(1, 14), [3, 4]);
    assert.deepEqual(made(4, 0), [5]);
  });

  it('are those of the whole line where it is in none', () => assert.deepEqual(made(1, 0), [1, 3, 4, 6]));

  it('are none where nothing comes from', () => assert.deepEqual(made(2, 0), []));

  it('are put together', () => {
    assert.deepEqual(runsOf([1, 3, 4, 6]), [
      [1, 1],
      [3, 4],
      [6, 6],
    ]);
    assert.deepEqual(runsOf([]), []);
  });
});

/** Every file of the corpus through all that an editor asks: no exception, and fast. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { least } from '../../shared';
import { SLACK } from '../../slack';
import { askAll, askAt, check, corpus, inFile, isToml, skip } from './corpus';

const MILLISECONDS = 50;

test(`parsing and checking a file takes less than ${MILLISECONDS} ms`, { skip }, () => {
  const files = corpus();
  assert.ok(files.length >= least(600));
  for (const { name, text } of files) inFile(name, () => check(text));
  for (const { name, text } of files) {
    // The quickest of a few runs: what else the machine does is not what is measured.
    const times = [1, 2, 3].map(() => {
      const from = performance.now();
      check(text);
      return performance.now() - from;
    });
    assert.ok(Math.min(...times) < MILLISECONDS * SLACK, `${name}: ${Math.min(...times)} ms`);
  }
});

test('no feature throws on a file, wherever the cursor is', { skip }, () => {
  for (const file of corpus()) {
    const { name, text } = file;
    const places = isToml(file) ? 40 : 5;
    inFile(name, () => {
      const document = check(text);
      askAll(document);
      const step = Math.max(20, Math.floor(text.length / places));
      for (let offset = 0; offset <= text.length; offset += step) askAt(document, offset);
    });
  }
});

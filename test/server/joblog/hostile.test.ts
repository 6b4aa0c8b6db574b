/** No pattern takes long on text that was made to keep it busy: what nearly matches, again and again, and what its parts repeat. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knownErrors } from '../../../server/joblog/entries';
import { explainText } from '../../../server/joblog/explain';
import { literalsOf } from '../../../server/joblog/literals';
import { counted } from '../../counted';
import samples from '../../data/job-log-samples.json';
import { SLACK } from '../../slack';

const LENGTH = 40_000;
const MOST = 20;

const filled = (piece: string) => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);
const any = ['a', ' ', '"', "'", '[', '0', '.', '/', ': ', 'https://', 'https://a/v2/', 'error ', '\\', '(', 'a b'].map(
  filled,
);

for (const { id, patterns, expressions } of counted(knownErrors(), 214)) {
  test(`${id}: no pattern takes more than ${MOST} ms for ${LENGTH / 1000} kB`, () => {
    const own = samples[id as keyof typeof samples] ?? [];
    const nearly = own.flatMap((sample) => [2, 3, 8].map((part) => sample.slice(0, -Math.ceil(sample.length / part))));
    const cut = own.flatMap((sample) => [1, 4, 12].map((end) => sample.slice(0, -end)));
    const words = patterns.flatMap((pattern) => literalsOf(pattern) ?? []);
    const texts = [
      ...any,
      ...[...nearly, ...cut, ...words, ...words.map((word) => `${word}x`)].filter(Boolean).map(filled),
    ];
    // A long tail behind a beginning that fits.
    texts.push(...nearly.filter(Boolean).flatMap((start) => any.map((tail) => (start + tail).slice(0, LENGTH))));
    for (const expression of expressions) {
      for (const text of texts)
        assert.ok(least(() => expression.test(text)) < MOST, `${expression} on ${text.slice(0, 60)}`);
    }
  });
}

test('lines that are all errors are read as fast as others, however many there are', () => {
  const lines = counted(Object.values(samples).flat()).join('\n');
  const text = `${lines}\n`.repeat(Math.ceil(4e6 / lines.length));
  const start = performance.now();
  explainText(text);
  const seconds = (performance.now() - start) / 1000;
  assert.ok(text.length / 1e6 / seconds > 1 / SLACK, `${(text.length / 1e6 / seconds).toFixed(1)} MB/s`);
});

/** The shortest time of a few: another program may have the processor for a while. */
function least(act: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let time = 0; time < 5 && best > 2; time++) {
    const start = performance.now();
    act();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

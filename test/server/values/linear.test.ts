/** No grammar takes long for a text that nobody means: each is asked at every keystroke in its value. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grammarNamed, grammarNames } from '../../../server/values/all';
import { tolerationProblem } from '../../../server/values/k8s-toleration';
import { counted } from '../../counted';
import { SLACK } from '../../slack';

const LENGTH = 1_000_000;
const parts = [
  'a',
  '0',
  '-',
  '.',
  ':',
  '/',
  ' ',
  'a-',
  'a.',
  'a/',
  'a:',
  'A_',
  '1.',
  '0m',
  '..',
  '/../',
  ', ',
  '=',
  '\n\t- ',
  '{[',
  '"',
];
/** Regular expressions are measured by a test of their own. */
const measured = counted(
  grammarNames.filter((name) => !name.startsWith('go-regexp')),
  20,
);

test('1 MB of anything is read at once', () => {
  for (const name of measured) {
    for (const part of parts) {
      for (const text of [
        part.repeat(LENGTH / part.length),
        `${'x'.repeat(10)}${part.repeat(LENGTH / part.length)}!`,
      ]) {
        const start = performance.now();
        grammarNamed(name).read(text);
        grammarNamed(name).complete?.(text, text.length);
        const took = performance.now() - start;
        assert.ok(took < 500 * SLACK, `${name} of ${JSON.stringify(part)}: ${Math.round(took)} ms`);
      }
    }
  }
});

test('a toleration, too', () => {
  const start = performance.now();
  for (const part of parts)
    tolerationProblem({ name: part.repeat(LENGTH / part.length), effect: part.repeat(LENGTH / part.length) });
  assert.ok(performance.now() - start < 500 * SLACK);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkCached, checkDocument } from '../../../server/check/check';
import { RunnerCache } from '../../../server/check/runner-cache';
import type { Finding } from '../../../server/meaning/finding';
import { context, documentOf } from '../findings';

const pieces = [
  '[[runners]]\n',
  '[runners.docker]\n',
  '[session_server]\n',
  '[[other]]\n',
  '[runners.cache]\n',
  '  name = "a"\n',
  '  limit = 2\n',
  '  privileged = "true"\n',
  '  imag = "x"\n',
  'concurrent = 4\n',
  'Limit = 3\n',
  '"',
  '\n',
  '[',
  '# gitlab-runner: ignore\n',
];

/** The same numbers for the same seed: Lehmer's generator. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

const plain = (findings: readonly Finding[]) =>
  findings.map(({ code, severity, start, end, message, related }) => ({
    code,
    severity,
    start,
    end,
    message,
    related: related ?? [],
  }));

test('a cached check finds what an uncached one finds, whatever is typed', () => {
  for (let seed = 1; seed <= 25; seed++) {
    const random = generator(seed);
    const cache = new RunnerCache();
    let text =
      '[[runners]]\n  name = "a"\n  [runners.docker]\n    imag = "x"\n[[runners]]\n  name = "b"\n  limit = "2"\n';
    for (let step = 0; step < 32; step++) {
      const at = random(text.length + 1);
      const removed = random(3) === 0 ? random(12) : 0;
      text = text.slice(0, at) + (pieces[random(pieces.length)] ?? '') + text.slice(at + removed);
      const document = documentOf(text);
      assert.deepEqual(
        plain(checkCached(document, context, cache)),
        plain(checkDocument(document, context)),
        `seed ${seed}, step ${step}:\n${text}`,
      );
    }
  }
});

/** What doublestar, with which the runner matches images, takes for a pattern: compared with it on 40,000 random texts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unpairedAt } from '../../../server/values/image-glob';

for (const text of ['**', 'a[b-c]d', '[!a]', '[^a]', '{a,b}', '[\\]]', '[!\\]*]', '{a[}]}', 'a\\[b'])
  test(`${text} is a pattern`, () => assert.equal(unpairedAt(text), undefined));

for (const [text, at] of [
  ['a[', 1],
  ['[]', 0],
  ['[!]a', 0],
  ['[!\\]*', 0],
  ['[a\\', 0],
  ['a\\', 1],
  ['{a', 0],
  ['a}', 1],
  ['{a[}', 2],
] as const)
  test(`${text} is none, because of what stands at ${at}`, () => assert.equal(unpairedAt(text), at));

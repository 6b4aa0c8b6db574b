/** Findings of blocks and of the whole text in one order. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inOrder, merged, startOf } from '../../../server/check/placed-order';
import { readConfiguration } from '../../../server/meaning/configuration';
import { documentOf } from '../findings';

const { blocks } = readConfiguration(documentOf('[[runners]]\n[[runners]]\n'));
const [, second] = blocks;
const SECOND = 12;

/** A finding of the whole text, or of its second block. */
const finding = (start: number, end: number, placed?: typeof second) => ({
  finding: { code: 'invalid-value', severity: 'hint', start, end, message: { id: 'template-text' } } as const,
  placed,
});

const inText = finding(14, 20);
const sameInBlock = finding(2, 8, second);
const shorterInBlock = finding(2, 7, second);
const longerInBlock = finding(2, 9, second);
const earlierInBlock = finding(1, 30, second);
const laterInText = finding(15, 16);

test('a block begins where it stands in the text', () => {
  assert.equal(second?.start, SECOND);
  assert.deepEqual([inText, sameInBlock, earlierInBlock].map(startOf), [14, 14, 13]);
});

for (const [name, one, other, expected] of [
  ['at one place', inText, sameInBlock, 0],
  ['a shorter one first', shorterInBlock, inText, -1],
  ['a longer one behind', longerInBlock, inText, 1],
  ['where it begins, not where it ends', earlierInBlock, inText, -1],
  ['where it begins, behind', laterInText, longerInBlock, 1],
] as const)
  test(`the order of the text: ${name}`, () => {
    assert.equal(inOrder(one, other), expected);
    assert.equal(inOrder(other, one), 0 - expected);
  });

for (const [name, many, few, expected] of [
  ['none', [inText, laterInText], [], [inText, laterInText]],
  ['into none', [], [inText, laterInText], [inText, laterInText]],
  ['between', [earlierInBlock, laterInText], [inText], [earlierInBlock, inText, laterInText]],
  ['before and behind', [inText], [earlierInBlock, laterInText], [earlierInBlock, inText, laterInText]],
  ['behind one at the same place', [sameInBlock, longerInBlock], [inText], [sameInBlock, inText, longerInBlock]],
] as const)
  test(`a few merged: ${name}`, () => {
    const all = merged(many, few);
    assert.equal(all.length, expected.length);
    for (const [index, each] of expected.entries()) assert.equal(all[index], each);
  });

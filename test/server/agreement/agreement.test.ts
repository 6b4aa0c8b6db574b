/** What the runner refuses shows an error of ours, what it accepts shows none, and the keys it leaves unused are reported. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { recognize } from '../../../server/containers/toml-file/recognition';
import { disagreements, pathOfKey } from './compare';
import { assertAgreement, differencesOfNothing, differencesWithoutReason } from './differences';
import { judgedCases, judgedFiles, skip } from './verdicts';

const isNegative = (name: string) => name.startsWith('corpus/negative/');

describe("the runner's verdicts", () => {
  test('the 160 small cases, or 60 of them', () => {
    const cases = judgedCases();
    assert.equal(cases.length, skip ? 60 : 160);
    assertAgreement(cases, disagreements);
  });

  test('the 439 real files, and the fragments among them inside a runner', { skip }, () => {
    const files = judgedFiles();
    assert.equal(files.filter((file) => !file.fragment).length, 439);
    assert.equal(files.filter((file) => file.fragment).length, 85);
    assertAgreement(
      files.filter(({ name }) => !isNegative(name)),
      disagreements,
    );
  });

  test('files of other programs are not recognised, so nothing is published for them', { skip }, () => {
    const negatives = judgedFiles().filter(({ name, fragment }) => isNegative(name) && !fragment);
    assert.equal(negatives.length, 29);
    for (const { name, text } of negatives) {
      assert.equal(recognize({ path: name, languageId: 'toml', text }).verdict, 'no', name);
    }
  });

  test('every allowed difference has a reason and is about a text that was compared', { skip }, () => {
    assert.deepEqual(differencesOfNothing([...judgedCases(), ...judgedFiles()]), []);
    assert.deepEqual(differencesWithoutReason(), []);
  });

  test('a key of a verdict is read with its quotes', () => {
    assert.deepEqual(pathOfKey('runners.kubernetes.limit'), ['runners', 'kubernetes', 'limit']);
    assert.deepEqual(pathOfKey('a."b.c/d".e'), ['a', 'b.c/d', 'e']);
    assert.deepEqual(pathOfKey('a."say \\"x\\""'), ['a', 'say "x"']);
    assert.deepEqual(pathOfKey('""'), ['']);
  });
});

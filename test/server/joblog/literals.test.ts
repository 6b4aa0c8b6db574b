/** Which texts are looked for before a pattern is tried: each match of the pattern holds one of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knownErrors } from '../../../server/joblog/entries';
import { choicesOf, literalsOf } from '../../../server/joblog/literals';
import { WordFinder } from '../../../server/joblog/word-finder';
import { counted } from '../../counted';
import samples from '../../data/job-log-samples.json';

for (const [pattern, literals] of [
  ['no space left on device', ['no space left on device']],
  ['ab (?<name>\\w{1,60}) defgh', [' defgh']],
  ['(?:one|three): (?:longer|longest) word', ['longer', 'longest']],
  ['an?other thing', ['other thing']],
  ['a+bcd', ['bcd']],
  ['x{0,3}(?:ab|cd)', ['ab', 'cd']],
  ['(?<!not )found it', ['found it']],
  ['say "hello" to', ['hello']],
  ['say \\"hello\\" to', ['hello']],
  ['\\d{1,3}\\.5 \\[x\\]', ['.5 [x]']],
  ['[^\\]"]{1,9}end', ['end']],
  ['\\w{1,9}', undefined],
  ['(?:abc|\\d)', undefined],
  ['(?:abc)?', undefined],
] as const) {
  test(`of ${pattern}`, () => assert.deepEqual(literalsOf(pattern), literals));
}

test('words are found in one pass, one in another and over blanks of any kind', () => {
  const words = ['she', 'he', 'hers', 'a b', 'b c'];
  const finder = new WordFinder(words);
  const found = (text: string) =>
    finder
      .wordsIn(text)
      .map((number) => words[number])
      .sort();
  assert.deepEqual(found('ushers'), ['he', 'hers', 'she']);
  assert.deepEqual(found('a \r\n\t b\nc'), ['a b', 'b c']);
  assert.deepEqual(found('ab bc sh e äöü'), []);
});

test('each match of a pattern holds one text of each choice', () => {
  let matches = 0;
  for (const { id, expressions, choices } of knownErrors()) {
    for (const [index, expression] of expressions.entries()) {
      for (const sample of counted(Object.values(samples).flat())) {
        const [found] = expression.exec(sample) ?? [];
        if (found === undefined) continue;
        matches++;
        for (const choice of choices[index] ?? [])
          assert.ok(
            choice.some((literal) => found.includes(literal)),
            `${id}: ${choice.join(' or ')} in ${found}`,
          );
      }
    }
  }
  assert.ok(matches > 250, String(matches));
});

for (const [pattern, choices] of [
  ['ab(?:c|d)ef', [['ab'], ['c', 'd'], ['ef']]],
  ['a(?:bc)?d', [['a'], ['d']]],
  ['(?:ab.cd)', [['ab'], ['cd']]],
  ['ab|cd.e', [['ab', 'cd']]],
  ['(?:a|\\d)b', [['b']]],
  ['a(?!bc)d', [['a'], ['d']]],
] as const) {
  test(`choices of ${pattern}`, () => assert.deepEqual(choicesOf(pattern), choices));
}

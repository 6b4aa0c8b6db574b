import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keyText, quoted, valueText } from '../../../server/toml/write';
import { counted } from '../../counted';

describe('a value is written', () => {
  const values: readonly (readonly [unknown, string])[] = [
    ['a', '"a"'],
    ['say "hello"\n', '"say \\"hello\\"\\n"'],
    [true, 'true'],
    [7, '7'],
    [1234567, '1234567'],
    [1.5, '1.5'],
    ['1_000', '"1_000"'],
    [[], '[]'],
    [['a', 'b_c', 1000], '["a", "b_c", 1000]'],
    [[['a'], []], '[["a"], []]'],
  ];
  for (const [value, text] of counted(values)) it(text, () => assert.equal(valueText(value), text));
});

describe('a text is written in single quotes', () => {
  it('where that spares the doubling of backslashes', () => assert.equal(quoted('C:\\builds'), "'C:\\builds'"));
  it('but not without a backslash', () => assert.equal(quoted('builds'), '"builds"'));
  it('but not with a single quote in it', () => {
    assert.equal(quoted("it's"), `"it's"`);
    assert.equal(quoted("C:\\it's"), `"C:\\\\it's"`);
  });
});

describe('a key is written bare', () => {
  it('where each of its characters may stand in a bare key', () => {
    for (const name of counted(['a', 'Az_09-', '1', '-'])) assert.equal(keyText(name), name);
  });
  it('and else with quotes', () => {
    for (const name of counted(['', 'a.b', 'a b', ' a', 'a ', 'ä', '.a', 'a.']))
      assert.equal(keyText(name), `"${name}"`);
  });
});

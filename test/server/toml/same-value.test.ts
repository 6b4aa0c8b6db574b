import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseToml } from '../../../server/toml/parser';
import { isSameValue } from '../../../server/toml/same-value';
import { counted } from '../../counted';

/** Whether two values that are written so say the same. */
function areSame(one: string, other: string): boolean {
  const text = `a = ${one}\nb = ${other}\n`;
  const [first, second] = parseToml(text).sections[0]?.pairs ?? [];
  assert.ok(first && second);
  return isSameValue(text, first.value, second.value);
}

describe('two values', () => {
  it('are the same however their strings, lists and tables are written', () => {
    for (const [one, other] of counted([
      ['"a"', "'a'"],
      ['"\\u0061"', '"""a"""'],
      ['[1,"a"]', "[ 1, 'a', ]"],
      ['{a.b=1}', '{ "a".b = 1 }'],
      ['[[], {}]', '[ [ ], { } ]'],
      ['1', '1'],
      ['x', 'x'],
    ] as const))
      assert.equal(areSame(one, other), true, `${one} and ${other}`);
  });
  it('are not with another text, length, order or name', () => {
    for (const [one, other] of counted([
      ['"a"', '"b"'],
      ['"1"', '1'],
      ['[1]', '[1, 2]'],
      ['[1, 2]', '[1]'],
      ['[1, 2]', '[2, 1]'],
      ['[]', '{}'],
      ['{ a = 1 }', '{ b = 1 }'],
      ['{ a = 1 }', '{ a = 2 }'],
      ['{ a.b = 1 }', '{ a = 1 }'],
      ['{ a = 1 }', '{}'],
      ['1', '0x1'],
      ['x', 'y'],
    ] as const))
      assert.equal(areSame(one, other), false, `${one} and ${other}`);
  });
});

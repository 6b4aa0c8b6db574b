// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of a shell are what is tested.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseToml } from '../../../server/toml/parser';
import { counted } from '../../counted';
import { shown } from './reading';

/** The value of `a = TEXT` as `type value`. */
function read(text: string): string {
  const value = parseToml(`a = ${text}`).sections[0]?.pairs[0]?.value;
  if (!value || value.type === 'array' || value.type === 'inline-table' || value.type === 'invalid') return 'invalid';
  return `${value.type === 'datetime' ? value.variant : value.type} ${value.value}`;
}

describe('scalars', () => {
  const valid: readonly (readonly [string, string])[] = [
    ['0', 'integer 0'],
    ['-0', 'integer 0'],
    ['+99', 'integer 99'],
    ['1_000', 'integer 1000'],
    ['0xDEAD_beef', 'integer 3735928559'],
    ['0o755', 'integer 493'],
    ['0b1101', 'integer 13'],
    ['9223372036854775807', 'integer 9223372036854776000'],
    ['-9223372036854775808', 'integer -9223372036854776000'],
    ['999999999999999', 'integer 999999999999999'],
    ['1.5', 'float 1.5'],
    ['-0.0', 'float 0'],
    ['5e+22', 'float 5e+22'],
    ['6.626e-34', 'float 6.626e-34'],
    ['0e0', 'float 0'],
    ['9_224_617.445_991', 'float 9224617.445991'],
    ['inf', 'float Infinity'],
    ['-inf', 'float -Infinity'],
    ['+nan', 'float NaN'],
    ['true', 'boolean true'],
    ['false', 'boolean false'],
    ['1979-05-27T07:32:00Z', 'offset-date-time 1979-05-27T07:32:00Z'],
    ['1979-05-27t07:32:00.999999-07:00', 'offset-date-time 1979-05-27t07:32:00.999999-07:00'],
    ['1979-05-27 07:32:00', 'local-date-time 1979-05-27 07:32:00'],
    ['1979-05-27 07:32', 'local-date-time 1979-05-27 07:32'],
    ['2000-02-29', 'local-date 2000-02-29'],
    ['07:32:00', 'local-time 07:32:00'],
    ['07:32', 'local-time 07:32'],
  ];
  for (const [text, value] of valid) {
    it(text, () => {
      assert.deepEqual(shown(`a = ${text}\n`), []);
      assert.equal(read(text), value);
    });
  }

  const wrong: Record<string, readonly string[]> = {
    'bad-number': ['01', '-01', '1__0', '1_', '1.', '.5', '1.e5', '0x', '+0x1', '0b2', '0o8', '1e', '+', '1._5'],
    'number-out-of-range': ['9223372036854775808', '-9223372036854775809', '0xffffffffffffffff'],
    'capitalized-boolean': ['True', 'FALSE', 'tRUE'],
    'bad-date': [
      '2026-13-01',
      '2026-00-01',
      '2026-02-29',
      '1900-02-29',
      '2026-1-01',
      '24:00:00',
      '12:60:00',
      '12:00:60',
      '2026-01-01T25:00:00Z',
      '2026-01-01Z',
      '07:32:00Z',
      '2026-01-01T00:00:00+24:00',
      '2026-01-01T00:00:00+00:61',
      '7:30',
    ],
    'bare-word': ['x', 'docker+machine', '15m', '10GB', '1.2.3', '127.0.0.1', 'C:\\x', '/etc/x', 'tru', 'Inf'],
    placeholder: [
      '$HOME',
      '${HOME}',
      '${A:-b}',
      '$A/b',
      'a-$B',
      '<TOKEN>',
      '<your token>',
      '@A@',
      '@@A@@',
      '%A%',
      '__A__',
    ],
  };
  for (const [code, texts] of Object.entries(wrong)) {
    for (const text of counted(texts))
      it(`${text} is a ${code}`, () => assert.deepEqual(shown(`a = ${text}\n`), [`${code} ⟦${text}⟧`]));
  }

  it('an offset of 60 minutes is a warning, because the runner takes it', () =>
    assert.deepEqual(shown('a = 1985-06-18T17:04:07+12:60\n'), ['warning bad-date ⟦1985-06-18T17:04:07+12:60⟧']));

  it('a bad one in an array ends where its item ends', () =>
    assert.deepEqual(shown('a = [1, x y, 2]\nb = { c = on, d = 1 }\n'), ['bare-word ⟦x y⟧', 'bare-word ⟦on⟧']));
});

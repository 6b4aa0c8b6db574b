/** What a key takes, in words. */
import type { KeySchema } from '../schema/types';
import { headerOf } from './table-names';

const words: Readonly<Record<string, string>> = {
  string: 'a string in quotes',
  integer: 'an integer without quotes',
  float: 'a number without quotes',
  boolean: '`true` or `false` without quotes',
  duration: 'a duration such as "1h30m"',
  datetime: 'a date and time such as 2026-01-31T08:30:00Z',
};

const plural: Readonly<Record<string, string>> = {
  string: 'strings',
  integer: 'integers',
  float: 'numbers',
  boolean: 'booleans',
  array: 'arrays of strings',
};

/** What an item of a key's array or an entry of its map must be, in words. */
export function expectedInside(key: KeySchema): string {
  const kind = key.itemKind ?? 'string';
  return words[kind] ?? (kind === 'array' ? 'an array of strings' : 'a value');
}

/** What a key takes, in words. */
export function expected(key: KeySchema): string {
  const items = plural[key.itemKind ?? 'string'] ?? 'values';
  switch (key.kind) {
    case 'array':
      return `an array of ${items}`;
    case 'string-or-array':
      return 'a string or an array of strings';
    case 'map':
      return 'a table';
    case 'table':
      return `a table \`${headerOf(key)}\``;
    case 'array-of-tables':
      return `a list of tables \`${headerOf(key)}\``;
    default:
      return words[key.kind] ?? `a ${key.kind}`;
  }
}

/** What a key takes, as messages tell it apart. */
import type { KeySchema } from '../schema/types';

/** What an item of an array or an entry of a map must be. */
export type ExpectedInside = 'string' | 'integer' | 'float' | 'boolean' | 'strings';

/** What a value must be. `map` is a table whose keys the user chooses. */
export type Expected =
  | ExpectedInside
  | 'duration'
  | 'datetime'
  | 'integers'
  | 'floats'
  | 'array'
  | 'stringOrStrings'
  | 'map';

/** What an item of a key's array or an entry of its map must be. */
export function expectedInside({ itemKind = 'string' }: KeySchema): ExpectedInside {
  if (itemKind === 'array') return 'strings';
  // Where the runner takes any value, text is what people write.
  return itemKind === 'any' ? 'string' : itemKind;
}

/** What the value of a key must be; undefined where that is a table with a header of its own, or a list of such tables. */
export function expected(key: KeySchema): Expected | undefined {
  switch (key.kind) {
    case 'table':
    case 'array-of-tables':
      return undefined;
    case 'array':
      return arrays[key.itemKind ?? 'string'] ?? 'array';
    case 'string-or-array':
      return 'stringOrStrings';
    default:
      return key.kind;
  }
}

const arrays: Readonly<Record<string, Expected>> = { string: 'strings', integer: 'integers', float: 'floats' };

/** What a key takes, as far as a conversion of a value asks. */
import type { GrammarName, KeySchema, Kind } from '../schema/types';

/** What a value is to become. `items`: the kind of a list's items or of a map's values. */
export interface Wanted {
  readonly kind: Kind;
  readonly items: KeySchema['itemKind'];
  /** What stands between name and value where a list holds texts such as `A=1`; people write such lists as tables. */
  readonly joint?: string | undefined;
  /** How the number that the key takes is written elsewhere: Docker's own option takes bytes with a unit, `300m`. */
  readonly numberAs?: GrammarName | undefined;
}

/** What a key takes. */
export function wantedBy(key: KeySchema): Wanted {
  return {
    kind: key.kind,
    items: key.itemKind,
    joint: key.pairSeparator,
    numberAs: key.grammar,
  };
}

/** What an item of a list, or a value of a map, is to become. */
export function itemOf({ itemKind = 'string' }: KeySchema): Wanted {
  return { kind: itemKind === 'any' ? 'string' : itemKind, items: 'string' };
}

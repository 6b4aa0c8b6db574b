/** What a key takes, as far as a conversion of a value asks. */
import meantValues from '../../schemas/meant-values.json';
import type { GrammarName, KeySchema, Kind } from '../schema/types';

/** What a value is to become. `items`: the kind of a list's items or of a map's values. */
export interface Wanted {
  readonly kind: Kind;
  readonly items: KeySchema['itemKind'];
  /** What stands between name and value where a list holds texts such as `A=1`; people write such lists as tables. */
  readonly joint?: string | undefined;
  /** How the number that the key takes is written elsewhere: Docker's own option takes bytes with a unit, `300m`. */
  readonly numberAs?: GrammarName | undefined;
  /** What the number that the key takes counts: people write a duration where seconds are meant. */
  readonly unit?: KeySchema['unit'];
  /** Whether `true` may be a text of it: an entry of a map, or an item of a list, and not a key that takes a name or a path. */
  readonly isEntry?: boolean | undefined;
  /** Values of another type by what is written: what is meant by them, as TOML. */
  readonly meant?: Readonly<Record<string, string>> | undefined;
}

/** What a key takes. */
export function wantedBy(key: KeySchema): Wanted {
  return {
    kind: key.kind,
    items: key.itemKind,
    joint: key.pairSeparator,
    numberAs: key.grammar,
    unit: key.unit,
    meant: (meantValues as Record<string, Record<string, string>>)[key.path],
  };
}

/** What an item of a list, or a value of a map, is to become. */
export function itemOf({ itemKind = 'string' }: KeySchema): Wanted {
  return { kind: itemKind === 'any' ? 'string' : itemKind, items: 'string', isEntry: true };
}

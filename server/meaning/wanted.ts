/** What a key takes, as far as a conversion of a value asks. */
import type { KeySchema, Kind } from '../schema/types';

/** What a value is to become. `items`: the kind of a list's items or of a map's values. */
export interface Wanted {
  readonly kind: Kind;
  readonly items: KeySchema['itemKind'];
  /** What stands between name and value where a list holds texts such as `A=1`. */
  readonly joint?: string | undefined;
  /** A number of bytes that Docker's own option takes with a unit: `300m`, in powers of 1024. */
  readonly dockerBytes?: boolean;
}

/** Lists of texts with a name and a value, which people write as tables. */
const joints: Readonly<Record<string, string>> = { environment: '=', extra_hosts: ':' };

/** What a key takes. */
export function wantedBy(key: KeySchema): Wanted {
  return {
    kind: key.kind,
    items: key.itemKind,
    joint: joints[key.name],
    dockerBytes: key.path === 'runners[].docker.shm_size',
  };
}

/** What an item of a list, or a value of a map, is to become. */
export function itemOf({ itemKind = 'string' }: KeySchema): Wanted {
  return { kind: itemKind === 'any' ? 'string' : itemKind, items: 'string' };
}

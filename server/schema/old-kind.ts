/** Kinds of value that a key had once: `services` was a list of names, durations were whole numbers. */

import type { Rest, Table, TypeRow } from './table';
import type { KeySchema, Kind } from './types';
import { isReached, type Version } from './version';

/** What an older runner takes instead of the kind of today. `until`: the version that changed it. */
export interface OldKind {
  readonly kind: Kind;
  readonly definition: string | undefined;
  readonly itemKind: KeySchema['itemKind'];
  readonly until: string;
  readonly acceptsNames?: boolean;
}

/** What a version takes where it is not what the newest one takes. */
export function oldKind(
  { durations }: Table,
  [kind, , , enumeration]: TypeRow,
  { k: history }: Rest,
  version: Version,
): OldKind | undefined {
  if (kind === 'duration' && !isReached(version, durations)) {
    return { kind: 'integer', definition: 'integer', itemKind: undefined, until: durations };
  }
  const place = history?.findIndex(([since]) => !isReached(version, since)) ?? -1;
  const [past, next] = [history?.[place - 1], history?.[place]];
  if (!past || !next) return undefined;
  const [, was, items] = past;
  if (was === 'string') return { kind: was, definition: enumeration ?? 'string', itemKind: undefined, until: next[0] };
  if (was === 'array') return { kind: was, definition: 'string-array', itemKind: 'string', until: next[0] };
  return { kind: was, definition: undefined, itemKind: undefined, until: next[0], acceptsNames: items !== undefined };
}

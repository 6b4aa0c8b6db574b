/** Kinds of value that a key had once: `services` was a list of names, durations were whole numbers. */
import type { KeyRow } from './rows';
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

/** What a version takes where it is not what the newest one takes; durations were numbers until `durationTextsSince`. */
export function oldKind(
  { kind, enumeration, kindHistory: history }: KeyRow,
  durationTextsSince: string,
  version: Version,
): OldKind | undefined {
  if (kind === 'duration' && !isReached(version, durationTextsSince)) {
    return { kind: 'integer', definition: 'integer', itemKind: undefined, until: durationTextsSince };
  }
  const place = history?.findIndex(({ since }) => !isReached(version, since)) ?? -1;
  const [past, next] = [history?.[place - 1], history?.[place]];
  if (!past || !next) return undefined;
  const { kind: was, itemKind } = past;
  const until = next.since;
  if (was === 'string') return { kind: was, definition: enumeration ?? 'string', itemKind: undefined, until };
  if (was === 'array') return { kind: was, definition: 'string-array', itemKind: 'string', until };
  return { kind: was, definition: undefined, itemKind: undefined, until, acceptsNames: itemKind !== undefined };
}

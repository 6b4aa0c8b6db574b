/** The parts of a log that an error may be of, of those that a message may be of. */
import { oncePer } from '../text/once';
import type { KnownError } from './entries';
import type { Segment } from './types';

export interface Scopes {
  readonly segments: readonly Segment[];
  /** The same for the same segments. */
  readonly number: number;
}

/** There are few lists of segments. */
const known = new Map<string, Scopes>();
/** By the segments of a message those of each error, by its number. */
const byErrorOf = oncePer((_segments: readonly Segment[]): Scopes[] => []);

/** Of the segments of a message those of an error. */
export function scopesOf(error: KnownError, segments: readonly Segment[]): Scopes {
  const byError = byErrorOf(segments);
  const scopes = byError[error.number] ?? scopesWith(segments.filter((segment) => error.scopes.includes(segment)));
  byError[error.number] = scopes;
  return scopes;
}

function scopesWith(segments: readonly Segment[]): Scopes {
  const key = segments.join();
  const scopes = known.get(key) ?? { segments, number: known.size };
  known.set(key, scopes);
  return scopes;
}

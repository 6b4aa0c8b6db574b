/** Questions about keys. */
import type { Key, KeySegment } from './syntax';

/** The last part of a key; each key has one. */
export function lastSegment({ segments }: Key): KeySegment {
  return segments[segments.length - 1] as KeySegment;
}

/** Whether a part of a key is not typed yet: `runners.`. */
export function isMissing({ start, end }: KeySegment): boolean {
  return start === end;
}

/** The one binary search. */
import type { Span } from './span';

/**
 * How many of `length` things come before a place: the first index at which `isBefore` is false, where it is true for a
 * beginning and false from there on.
 */
export function countBefore(length: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last span that starts at or before an offset; the spans are in order. */
export function lastBefore<Item extends Span>(spans: readonly Item[], offset: number): Item | undefined {
  return spans[countBefore(spans.length, (index) => (spans[index]?.start ?? 0) <= offset) - 1];
}

/** Whether an offset is in one of the spans, which are in order; the end of one is not in it. */
export function isInside(spans: readonly Span[], offset: number): boolean {
  return offset < (lastBefore(spans, offset)?.end ?? -1);
}

/** The first span that holds an offset, or begins or ends at it; the spans are in order, and none is in another. */
export function firstAround<Item extends Span>(spans: readonly Item[], offset: number): Item | undefined {
  const span = spans[countBefore(spans.length, (index) => (spans[index]?.end ?? 0) < offset)];
  return span && span.start <= offset ? span : undefined;
}

/** Whether one of the spans, which are in order, begins at one offset or between it and another. */
export function beginsBetween(spans: readonly Span[], start: number, end: number): boolean {
  return (lastBefore(spans, end - 1)?.start ?? -1) >= start;
}

/** The spans that share a character with another one; they are in order, and none is in another. */
export function overlapping<Item extends Span>(spans: readonly Item[], { start, end }: Span): readonly Item[] {
  const from = countBefore(spans.length, (index) => (spans[index]?.end ?? 0) <= start);
  return spans.slice(
    from,
    countBefore(spans.length, (index) => (spans[index]?.start ?? 0) < end),
  );
}

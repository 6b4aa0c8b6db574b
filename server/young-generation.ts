/**
 * Bounds the memory of the process. V8 doubles its space for new objects, up to 32 MB, whenever much of it survives, as
 * the outline of a long file does for the time of one answer; it hardly ever gives it back. A server beside an editor is
 * idle most of the time: a smaller space costs it next to nothing.
 */
import { PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Bytes at which the space stops growing. */
const ENOUGH = 2 * 1024 * 1024;

let isBounded = false;

/** Runs something with the flag set, whether it is by then or not. */
export function withYoungGenerationBounded<Result>(act: () => Result): Result {
  keepYoungGeneration();
  const result = act();
  if (!isBounded) setFlagsFromString('--semi-space-growth-factor=2');
  return result;
}

/** Lets the space for new objects grow no further than it needs for a usual file. */
export function boundYoungGeneration(): void {
  const observer = new PerformanceObserver(() => {
    const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
    if (!space || space.space_size < ENOUGH) return;
    isBounded = true;
    keepYoungGeneration();
    observer.disconnect();
  });
  observer.observe({ entryTypes: ['gc'] });
}

/** Lets the space for new objects grow no further from now on: what goes through much text leaves much behind. */
export function keepYoungGeneration(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

import assert from 'node:assert/strict';

/**
 * What a test loops over, counted first: a loop over an empty folder asserts nothing, and the test would pass. `least` is how
 * many there are at least.
 */
export function counted<T>(list: Iterable<T>, least = 1): T[] {
  const all = [...list];
  assert.ok(all.length >= least, `${all.length} to look at instead of ${least} or more: this test would show nothing`);
  return all;
}

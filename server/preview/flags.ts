/**
 * The feature flags of a runner in its own order (helpers/featureflags/flags.go), which is that of the variables of a job. In the file
 * they stand without `FF_`.
 */
import order from '../../schemas/flag-order.json';
import type { FeatureFlag } from '../schema/types';
import { oncePer } from '../text/once';
import type { Flag } from './inputs';

/** A flag that tests of the runner switch; the schema has it not, as it does nothing. */
const TEST_FLAG = 'FF_TEST_FEATURE';

/** The flags in that order, put together once. */
export const flagsInOrder = oncePer(sorted);

function sorted(flags: readonly FeatureFlag[]): readonly Flag[] {
  const known = new Map(flags.map((flag) => [flag.name, flag]));
  return order.flatMap((rest): Flag[] => {
    const name = `FF_${rest}`;
    if (name === TEST_FLAG) return [{ name, default: false }];
    const flag = known.get(name);
    return flag?.state === 'live' && !flag.ahead ? [{ name, default: flag.default ?? false }] : [];
  });
}

/** Reads the rows of feature flags as one version of the runner has them. */
import type { FeatureFlagRow, SchemaRows } from './rows';
import type { FeatureFlag } from './types';
import { isReached, type Version } from './version';

/** The feature flags of a version, and with them those that came up to `known`. */
export function readFeatureFlags(
  { featureFlags, version: newest }: SchemaRows,
  version: Version,
  known: Version,
): FeatureFlag[] {
  return featureFlags.map((row) => {
    const { name, since, removed, deprecatedSince, toBeRemovedWith, docs, hint } = row;
    const { since: defaultSince, default: byDefault } = defaultOf(row, version);
    return {
      name,
      state: stateOf(row, version, known),
      ahead: isReached(known, since) && !isReached(version, since),
      default: byDefault,
      defaultSince,
      since,
      removed,
      // Where no fact says since when, only the newest surely has it.
      deprecated:
        row.deprecated === true &&
        (deprecatedSince === undefined ? isReached(known, newest) : isReached(version, deprecatedSince)),
      deprecatedSince,
      toBeRemovedWith,
      docs,
      hint,
      onlyTable: row.onlyTable === true,
    };
  });
}

function stateOf({ since, removed }: FeatureFlagRow, version: Version, known: Version): FeatureFlag['state'] {
  if (!isReached(known, since)) return 'newer';
  return removed && isReached(version, removed) ? 'removed' : 'live';
}

/** Of a flag that is not there yet the first default is known, of one that is gone the last. */
function defaultOf(row: FeatureFlagRow, version: Version): { readonly since: string; readonly default?: boolean } {
  const history = row.defaultHistory ?? [];
  return history.filter(({ since }) => isReached(version, since)).pop() ?? history[0] ?? row;
}

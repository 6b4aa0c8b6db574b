/** The rules about feature flags. */
import type { AnyRule } from '../rule';
import { defaultFeatureFlag } from './default-feature-flag';
import { deprecatedFeatureFlag } from './deprecated-feature-flag';
import { featureFlagBoth } from './feature-flag-both';
import { featureFlagConflicts } from './feature-flag-conflicts';
import { invalidFeatureFlag } from './invalid-feature-flag';
import { misplacedFeatureFlag } from './misplaced-feature-flag';
import { overriddenFeatureFlag } from './overridden-feature-flag';
import { removedFeatureFlag } from './removed-feature-flag';
import { unknownFeatureFlag } from './unknown-feature-flag';

export const flagRules: readonly AnyRule[] = [
  unknownFeatureFlag,
  removedFeatureFlag,
  misplacedFeatureFlag,
  invalidFeatureFlag,
  deprecatedFeatureFlag,
  defaultFeatureFlag,
  overriddenFeatureFlag,
  featureFlagBoth,
  featureFlagConflicts,
];

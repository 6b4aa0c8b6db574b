/** All rules. The order only decides which of two findings at the same place comes first. */

import { autoscalerRules } from './autoscaler/all';
import { cacheRules } from './cache/all';
import { ineffectiveGlobal } from './chart/ineffective-global';
import { ineffectiveToken } from './chart/ineffective-token';
import { noRunners } from './chart/no-runners';
import { overwrittenRunners } from './chart/overwritten-runners';
import { severalRunners } from './chart/several-runners';
import { dockerRules } from './docker/all';
import { environmentRules } from './environment/all';
import { defaultFeatureFlag } from './flags/default-feature-flag';
import { deprecatedFeatureFlag } from './flags/deprecated-feature-flag';
import { featureFlagBoth } from './flags/feature-flag-both';
import { featureFlagConflicts } from './flags/feature-flag-conflicts';
import { invalidFeatureFlag } from './flags/invalid-feature-flag';
import { misplacedFeatureFlag } from './flags/misplaced-feature-flag';
import { overriddenFeatureFlag } from './flags/overridden-feature-flag';
import { removedFeatureFlag } from './flags/removed-feature-flag';
import { unknownFeatureFlag } from './flags/unknown-feature-flag';
import { kubernetesRules } from './kubernetes/all';
import { networkRules } from './network/all';
import type { AnyRule } from './rule';
import { runnerRules } from './runner/all';
import { securityRules } from './security/all';
import { arrayForSingleTable } from './shape/array-for-single-table';
import { controlEscape } from './shape/control-escape';
import { deprecatedKey } from './shape/deprecated-key';
import { duplicateKey } from './shape/duplicate-key';
import { invalidValue } from './shape/invalid-value';
import { keyCase } from './shape/key-case';
import { misplacedKey } from './shape/misplaced-key';
import { missingKey } from './shape/missing-key';
import { missingRunnersHeader } from './shape/missing-runners-header';
import { quotedTwice } from './shape/quoted-twice';
import { removedKey } from './shape/removed-key';
import { requiresNewerRunner } from './shape/requires-newer-runner';
import { singleTableForArray } from './shape/single-table-for-array';
import { toleration } from './shape/toleration';
import { unknownKey } from './shape/unknown-key';
import { unknownTable } from './shape/unknown-table';
import { wrongType } from './shape/wrong-type';

export const rules: readonly AnyRule[] = [
  missingRunnersHeader,
  singleTableForArray,
  arrayForSingleTable,
  unknownTable,
  unknownKey,
  misplacedKey,
  removedKey,
  requiresNewerRunner,
  deprecatedKey,
  duplicateKey,
  keyCase,
  wrongType,
  invalidValue,
  toleration,
  controlEscape,
  quotedTwice,
  missingKey,
  ineffectiveGlobal,
  ineffectiveToken,
  overwrittenRunners,
  severalRunners,
  noRunners,
  ...runnerRules,
  ...cacheRules,
  ...networkRules,
  ...dockerRules,
  ...autoscalerRules,
  ...kubernetesRules,
  ...environmentRules,
  ...securityRules,
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

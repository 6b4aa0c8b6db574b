/** All rules. The order only decides which of two findings at the same place comes first. */
import { arrayForSingleTable } from '../rules/array-for-single-table';
import { controlEscape } from '../rules/control-escape';
import { defaultFeatureFlag } from '../rules/default-feature-flag';
import { deprecatedFeatureFlag } from '../rules/deprecated-feature-flag';
import { deprecatedKey } from '../rules/deprecated-key';
import { duplicateKey } from '../rules/duplicate-key';
import { helperImage } from '../rules/helper-image';
import { ineffectiveGlobal } from '../rules/ineffective-global';
import { invalidFeatureFlag } from '../rules/invalid-feature-flag';
import { invalidValue } from '../rules/invalid-value';
import { keyCase } from '../rules/key-case';
import { misplacedFeatureFlag } from '../rules/misplaced-feature-flag';
import { misplacedKey } from '../rules/misplaced-key';
import { missingKey } from '../rules/missing-key';
import { missingRunnersHeader } from '../rules/missing-runners-header';
import { overriddenFeatureFlag } from '../rules/overridden-feature-flag';
import { overwrittenRunners } from '../rules/overwritten-runners';
import { removedFeatureFlag } from '../rules/removed-feature-flag';
import { removedKey } from '../rules/removed-key';
import { requiresNewerRunner } from '../rules/requires-newer-runner';
import { severalRunners } from '../rules/several-runners';
import { singleTableForArray } from '../rules/single-table-for-array';
import { unknownFeatureFlag } from '../rules/unknown-feature-flag';
import { unknownKey } from '../rules/unknown-key';
import { unknownTable } from '../rules/unknown-table';
import { wrongType } from '../rules/wrong-type';
import type { Rule } from './rule';

export const rules: readonly Rule[] = [
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
  controlEscape,
  missingKey,
  ineffectiveGlobal,
  overwrittenRunners,
  severalRunners,
  helperImage,
  unknownFeatureFlag,
  removedFeatureFlag,
  misplacedFeatureFlag,
  invalidFeatureFlag,
  deprecatedFeatureFlag,
  defaultFeatureFlag,
  overriddenFeatureFlag,
];

/** All rules. The order only decides which of two findings at the same place comes first. */
import { arrayForSingleTable } from '../rules/array-for-single-table';
import { controlEscape } from '../rules/control-escape';
import { deprecatedKey } from '../rules/deprecated-key';
import { duplicateKey } from '../rules/duplicate-key';
import { helperImage } from '../rules/helper-image';
import { ineffectiveGlobal } from '../rules/ineffective-global';
import { invalidValue } from '../rules/invalid-value';
import { keyCase } from '../rules/key-case';
import { misplacedKey } from '../rules/misplaced-key';
import { missingKey } from '../rules/missing-key';
import { missingRunnersHeader } from '../rules/missing-runners-header';
import { removedKey } from '../rules/removed-key';
import { requiresNewerRunner } from '../rules/requires-newer-runner';
import { singleTableForArray } from '../rules/single-table-for-array';
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
  helperImage,
];

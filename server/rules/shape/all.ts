/** The rules about what any file has. */
import type { AnyRule } from '../rule';
import { arrayForSingleTable } from './array-for-single-table';
import { controlEscape } from './control-escape';
import { deprecatedKey } from './deprecated-key';
import { duplicateKey } from './duplicate-key';
import { invalidValue } from './invalid-value';
import { keyCase } from './key-case';
import { misplacedKey } from './misplaced-key';
import { missingKey } from './missing-key';
import { missingRunnersHeader } from './missing-runners-header';
import { quotedTwice } from './quoted-twice';
import { removedKey } from './removed-key';
import { requiresNewerRunner } from './requires-newer-runner';
import { singleTableForArray } from './single-table-for-array';
import { toleration } from './toleration';
import { unknownKey } from './unknown-key';
import { unknownTable } from './unknown-table';
import { wrongType } from './wrong-type';

export const shapeRules: readonly AnyRule[] = [
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
];

/** The rules about what Helm and the operator do. */
import type { AnyRule } from '../rule';
import { ineffectiveGlobal } from './ineffective-global';
import { ineffectiveToken } from './ineffective-token';
import { noRunners } from './no-runners';
import { overwrittenRunners } from './overwritten-runners';
import { severalRunners } from './several-runners';

export const chartRules: readonly AnyRule[] = [
  ineffectiveGlobal,
  ineffectiveToken,
  overwrittenRunners,
  severalRunners,
  noRunners,
];

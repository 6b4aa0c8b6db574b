/**
 * The rules about autoscalers: their policies, their machines and what they share with others. Their tests stand together as the rules
 * are met together in a file: policies and machines in autoscaler.test.ts, plugins in plugins.test.ts, several runners in whole-file.test.ts.
 */
import type { AnyRule } from '../rule';
import { autoscalerCapacity } from './autoscaler-capacity';
import { autoscalerSharedGroup } from './autoscaler-shared-group';
import { drainWithoutTimeout } from './drain-without-timeout';
import { durationInteger } from './duration-integer';
import { instanceAllowedImagesWithoutIsolation } from './instance-allowed-images-without-isolation';
import { machineIdleScale } from './machine-idle-scale';
import { machinePrivilegedMaxbuilds } from './machine-privileged-maxbuilds';
import { machinePullNever } from './machine-pull-never';
import { periodsNotContinuous } from './periods-not-continuous';
import { pluginKeyMissing } from './plugin-key-missing';
import { pluginKeyType } from './plugin-key-type';
import { policyOrder } from './policy-order';
import { useCommonBuildDir } from './use-common-build-dir';
import { vmIsolationIncomplete } from './vm-isolation-incomplete';

export const autoscalerRules: readonly AnyRule[] = [
  autoscalerCapacity,
  autoscalerSharedGroup,
  drainWithoutTimeout,
  durationInteger,
  instanceAllowedImagesWithoutIsolation,
  machineIdleScale,
  machinePrivilegedMaxbuilds,
  machinePullNever,
  periodsNotContinuous,
  pluginKeyMissing,
  pluginKeyType,
  policyOrder,
  useCommonBuildDir,
  vmIsolationIncomplete,
];

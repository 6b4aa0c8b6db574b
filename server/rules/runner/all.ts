/** The rules about what a runner is set to. */
import type { AnyRule } from '../rule';
import { bootVerifyImage } from './boot-verify-image';
import { customDirs } from './custom-dirs';
import { debugLogLevel } from './debug-log-level';
import { dockerBuildsDir } from './docker-builds-dir';
import { executorWithoutKey } from './executor-without-key';
import { executorWithoutSection } from './executor-without-section';
import { helperImage } from './helper-image';
import { labelCount } from './label-count';
import { outputLimit } from './output-limit';
import { referee } from './referee';
import { sectionForOtherExecutor } from './section-for-other-executor';
import { shellPerExecutor } from './shell-per-executor';
import { slotCgroup } from './slot-cgroup';
import { slotUnused } from './slot-unused';
import { sshHostKey } from './ssh-host-key';
import { sshNoAuth } from './ssh-no-auth';
import { timeoutNotPositive } from './timeout-not-positive';
import { timeoutsOrder } from './timeouts-order';
import { unfilledValue } from './unfilled-value';
import { userKeyOverwritten } from './user-key-overwritten';
import { virtualboxStartType } from './virtualbox-start-type';
import { vmAllowedImages } from './vm-allowed-images';

export const runnerRules: readonly AnyRule[] = [
  bootVerifyImage,
  customDirs,
  debugLogLevel,
  dockerBuildsDir,
  executorWithoutKey,
  executorWithoutSection,
  helperImage,
  labelCount,
  outputLimit,
  referee,
  sectionForOtherExecutor,
  shellPerExecutor,
  slotCgroup,
  slotUnused,
  sshHostKey,
  sshNoAuth,
  timeoutNotPositive,
  timeoutsOrder,
  unfilledValue,
  userKeyOverwritten,
  virtualboxStartType,
  vmAllowedImages,
];

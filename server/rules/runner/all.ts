/** The rules about what a runner is set to. */
import type { AnyRule } from '../rule';
import { bootVerifyImage } from './boot-verify-image';
import { concurrentMissing } from './concurrent-missing';
import { concurrentVsRunners } from './concurrent-vs-runners';
import { concurrentZero } from './concurrent-zero';
import { customDirs } from './custom-dirs';
import { debugLogLevel } from './debug-log-level';
import { dockerBuildsDir } from './docker-builds-dir';
import { duplicateName } from './duplicate-name';
import { duplicateToken } from './duplicate-token';
import { executorWithoutKey } from './executor-without-key';
import { executorWithoutSection } from './executor-without-section';
import { helperImage } from './helper-image';
import { labelCount } from './label-count';
import { limitGtConcurrent } from './limit-gt-concurrent';
import { outputLimit } from './output-limit';
import { referee } from './referee';
import { requestConcurrencyGtLimit } from './request-concurrency-gt-limit';
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
  concurrentMissing,
  concurrentVsRunners,
  concurrentZero,
  customDirs,
  debugLogLevel,
  dockerBuildsDir,
  duplicateName,
  duplicateToken,
  executorWithoutKey,
  executorWithoutSection,
  helperImage,
  labelCount,
  limitGtConcurrent,
  outputLimit,
  referee,
  requestConcurrencyGtLimit,
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

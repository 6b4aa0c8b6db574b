/** What a preview is computed from. */
import { isReached, type Version } from '../schema/version';
import type { Job } from './job';
import type { Manager } from './runner-manager';
import type { Settings } from './settings';

export interface Flag {
  readonly name: string;
  readonly default: boolean;
}

export interface Inputs {
  /** The `[[runners]]` table. */
  readonly runner: Settings;
  readonly job: Job;
  readonly manager: Manager;
  /** The feature flags that the runner has, in its own order. */
  readonly flags: readonly Flag[];
  /** The runner that the file is for. */
  readonly version: Version;
}

/** Whether the runner does what a version of it began to do. */
export function does({ version }: Inputs, since: string): boolean {
  return isReached(version, since);
}

/** What a preview is computed from. */
import type { Version } from '../schema/version';
import type { Job } from './job';
import type { Manager } from './manager';
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

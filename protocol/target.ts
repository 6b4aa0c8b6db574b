/** Server to client: the runners that a document is checked for, at each change. Only a client that asked for it hears it. */

export const TARGET_NOTIFICATION = 'gitlabRunnerConfig/target';

/** A runner that configurations are checked for, and who says so; `newest`: nobody, so it is the newest that is released. */
export interface TargetRunner {
  readonly version: string;
  readonly source: 'comment' | 'setting' | 'newest';
}

export interface TargetParams {
  readonly uri: string;
  /** Each once. Empty: the document holds no configuration. */
  readonly targets: readonly TargetRunner[];
}

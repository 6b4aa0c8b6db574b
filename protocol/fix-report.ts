/**
 * The command that goes with "fix all" for a client that asked for it (`fixReports`): it is run behind the edit, and says what became
 * of the problems.
 */
export const FIX_REPORT_COMMAND = 'gitlabRunnerConfig.reportFixes';

/** The command's one argument: how many problems are gone, and how many are left. */
export interface FixReport {
  readonly mended: number;
  readonly left: number;
}

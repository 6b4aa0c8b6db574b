/**
 * Client to server: whether the file of a document is under version control, which its text does not tell. Nothing said: nobody knows,
 * and nothing is said of secrets in it.
 */
export const VERSION_CONTROL_NOTIFICATION = 'gitlabRunnerConfig/versionControl';

export interface VersionControlParams {
  readonly uri: string;
  readonly isVersioned: boolean;
}

/** Client to server: which documents are GitLab Runner's. The server recognises by itself; what is said here wins. */

export const RECOGNITION_NOTIFICATION = 'gitlabRunnerConfig/recognition';

/** What holds for a document: as the user or the client decided, or `automatic`, as its path and its text say. */
export type RecognitionChoice = 'ours' | 'not-ours' | 'automatic';

export interface RecognitionParams {
  readonly uri: string;
  readonly choice: RecognitionChoice;
}

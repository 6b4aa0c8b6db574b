/** Client asks server: the problems of files, most of which are not open in an editor. The server keeps nothing of those. */
import type { Diagnostic } from 'vscode-languageserver-types';
import type { FileEncoding } from './encoding';

export const CHECK_REQUEST = 'gitlabRunnerConfig/check';

/** A file as an editor would open it. */
export interface UnopenedFile {
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
  readonly encoding: FileEncoding;
  readonly isVersioned: boolean;
}

export interface CheckParams {
  readonly files: readonly UnopenedFile[];
}

export interface CheckResult {
  /** Of each file, in their order; null where it holds no configuration. Of one that is open they are those of the open text. */
  readonly problems: readonly (Diagnostic[] | null)[];
}

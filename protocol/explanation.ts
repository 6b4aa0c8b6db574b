/** Client to server: what went wrong in the log of a job, and what of a configuration cures it. */
import type { TextEdit } from 'vscode-languageserver-types';

export const EXPLANATION_REQUEST = 'gitlabRunnerConfig/explainLog';

export interface ExplanationParams {
  readonly log: string;
  /** The document whose lines are to cure it; without one only what is to be done elsewhere is told. */
  readonly uri?: string;
}

/** One way to cure an error: edits of the document, each as a line of TOML below the header of its table. */
export interface ExplainedCure {
  readonly lines: readonly string[];
  readonly edits: readonly TextEdit[];
}

export interface ExplainedError {
  /** The id of the error in schemas/job-log. */
  readonly id: string;
  /** The line of the log, from 0, and its text without colours and prefixes. */
  readonly line: number;
  readonly text: string;
  /** What happened and why. */
  readonly message: string;
  /** What is to be done outside of the file. */
  readonly outside?: string;
  /** To be run by the user, with the values of the log filled in. */
  readonly commands: readonly string[];
  /** The best one first; none where the file says all of it already. */
  readonly cures: readonly ExplainedCure[];
}

export interface ExplanationResult {
  readonly verdict: 'runner' | 'script' | 'succeeded' | 'unknown';
  /** The most likely cause first. */
  readonly errors: readonly ExplainedError[];
  /** The line that says what went wrong where nothing is known of it. */
  readonly unexplained?: { readonly line: number; readonly text: string };
}

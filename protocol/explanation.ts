/** Client to server: what went wrong in the log of a job, and what of a configuration cures it. */
import type { Range, TextEdit } from 'vscode-languageserver-types';

export const EXPLANATION_REQUEST = 'gitlabRunnerConfig/explainLog';

/** What cures errors that were explained before, in a document as it is now. */
export const CURES_REQUEST = 'gitlabRunnerConfig/cures';

export interface ExplanationParams {
  readonly log: string;
  /** The document whose lines are to cure it; without one only what is to be done elsewhere is told. */
  readonly uri?: string;
}

/** What a log said of an error and of its runner, as far as cures depend on it; the server gets it back as it was. */
export interface Complaint {
  readonly id: string;
  readonly captures: Readonly<Record<string, string>>;
  readonly runner: Readonly<Partial<Record<'executor' | 'name' | 'token' | 'version', string>>>;
}

export interface CuresParams {
  readonly uri: string;
  readonly complaints: readonly Complaint[];
}

/** The cures of each complaint, the best one first. */
export type CuresResult = readonly (readonly ExplainedCure[])[];

/** One way to cure an error: edits of the document, each as a line of TOML below the header of its table. */
export interface ExplainedCure {
  readonly lines: readonly string[];
  readonly edits: readonly TextEdit[];
  /** The runner that is changed: its place among those of the document, from 0, and its name. */
  readonly runner: { readonly index: number; readonly name?: string };
  /** Which of the ways to cure it in this runner it is; they keep their numbers. */
  readonly choice: number;
  /** The key, or else the header of the table, where it belongs. */
  readonly place: Range;
  /** What stands where the cure leaves something to the user. Once that is something else the user has done it. */
  readonly held?: string;
}

export interface ExplainedError {
  readonly complaint: Complaint;
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
  /** Where no document was named: what to write into the configuration, the lines of each way to cure it, the best one first. */
  readonly changes?: readonly (readonly string[])[];
}

export interface ExplanationResult {
  readonly verdict: 'runner' | 'script' | 'succeeded' | 'unknown';
  /** The most likely cause first. */
  readonly errors: readonly ExplainedError[];
  /** The line that says what went wrong where nothing is known of it. */
  readonly unexplained?: { readonly line: number; readonly text: string };
}

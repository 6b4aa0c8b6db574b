/** Client asks server: what a job gets from a runner of a document, which runners there are, and which jobs a pipeline has. */
import type { Range, TextDocumentIdentifier } from 'vscode-languageserver-types';

export const PREVIEW_REQUEST = 'gitlabRunnerConfig/preview';
export const RUNNERS_REQUEST = 'gitlabRunnerConfig/runners';
export const SCHEDULE_REQUEST = 'gitlabRunnerConfig/schedule';
export const JOBS_REQUEST = 'gitlabRunnerConfig/jobs';

/** A runner of a document: its number counted from zero, and its name, which finds it when runners were added above it. */
export interface RunnerChoice {
  readonly index: number;
  readonly name?: string | undefined;
}

export interface PreviewParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly runner: RunnerChoice;
  /** An ordinary one where nothing is said. */
  readonly job?: JobSettings | undefined;
  /** `effective`: the runner itself with its defaults, as TOML; without it what a job gets, as YAML. */
  readonly view?: 'effective' | undefined;
  /** Another text of the document, saved or committed, in place of what it is now: nothing of it has a place then. */
  readonly text?: string | undefined;
  /** A version of the runner in place of what the document or the settings name. */
  readonly runnerVersion?: string | undefined;
}

/** What a job says, as far as a user may change it. */
export interface JobSettings {
  readonly name?: string;
  readonly image?: string;
  readonly services?: readonly JobService[];
  readonly variables?: Readonly<Record<string, string>>;
  /** The address of the file that the job was taken from as a whole; of one that the user changed since there is none. */
  readonly pipeline?: string;
  /** What its pipeline takes from where nobody looked, as the pipeline names it: it may change the job. */
  readonly unread?: readonly string[];
}

export interface JobService {
  readonly name: string;
  readonly alias?: string;
}

/** The text of a `.gitlab-ci.yml`, and the texts of files of its repository by the path or pattern that `include:` names them with. */
export interface JobsParams {
  readonly text: string;
  readonly included?: Readonly<Record<string, readonly string[]>>;
}

export interface JobsResult {
  readonly jobs: readonly NamedJob[];
  /** What is to be included from the repository, and was not passed. */
  readonly missing: readonly string[];
}

export interface NamedJob extends JobSettings {
  readonly name: string;
  /** They choose the runner, and change nothing of what the job gets from it. */
  readonly tags?: readonly string[];
}

/** Null: the document has no runner. */
export type PreviewResult = ShownPreview | null;

export interface ShownPreview {
  readonly runner: RunnerChoice;
  /** YAML or TOML, with comments in front. */
  readonly text: string;
  /** For each line the number of its origin; -1 where it has none. */
  readonly lines: readonly number[];
  readonly origins: readonly PreviewOrigin[];
}

/** Where a line comes from. */
export interface PreviewOrigin {
  /** In words. */
  readonly said: string;
  /** What makes the line, in the document. */
  readonly range?: Range;
}

export interface RunnersParams {
  readonly textDocument: TextDocumentIdentifier;
}

export interface RunnersResult {
  readonly runners: readonly FoundRunner[];
}

/** A runner in the order of the document. */
export interface FoundRunner extends RunnerChoice {
  readonly executor?: string | undefined;
  /** Of `[[runners]]`. */
  readonly header: Range;
  /** Up to the next runner, or the end of the configuration. */
  readonly range: Range;
}

export interface ScheduleParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly runner: RunnerChoice;
}

/** Null: the runner has no policies. */
export type ScheduleResult = ShownSchedule | null;

/** The week of an autoscaler: a page that runs and loads nothing. */
export interface ShownSchedule {
  readonly html: string;
}

/** What is known of errors in job logs, and what is found in one: plain data. */

/** Which part of a log a line belongs to. */
export type Segment = 'runner' | 'sources' | 'cache' | 'script';

/** What a step of a job runs in. */
export type Container = 'build' | 'helper';

export type Verdict = 'runner' | 'script' | 'succeeded' | 'unknown';

export type EditValue = string | number | boolean | readonly string[];

export type EditOp = 'replace' | 'append' | 'append-table' | 'remove';

/**
 * A change of the configuration. Texts may hold places `{name}` for what a pattern captures, and `<…>` for what only the user knows.
 * Edits of one choice belong together; the choices are ways to the same end, the best one first.
 */
export interface Edit {
  /** As the schema writes the path of a table: `runners[].kubernetes`. */
  readonly table: string;
  /** Undefined for `append-table`. */
  readonly key?: string;
  readonly op: EditOp;
  readonly value?: EditValue;
  /** The keys of a new table. */
  readonly entries?: Readonly<Record<string, EditValue>>;
  readonly choice?: number;
  /** Only where the runner is of these executors, beyond what its table tells. */
  readonly family?: string;
  /** The value is a number, though it comes from the log. */
  readonly number?: boolean;
  /** A number that is larger already is right. */
  readonly least?: boolean;
  /** Only where the key has no value yet. */
  readonly fresh?: boolean;
  /** Only where the key has a value; or one of these keys of its table. */
  readonly written?: boolean | readonly string[];
  /** Only where the key has this value. */
  readonly was?: string;
  /** Only where these two captures differ. */
  readonly differ?: readonly [string, string];
  /** Only where this capture holds this text. */
  readonly says?: readonly [string, string];
  /** Only where this expression is found in this capture; what was not captured is an empty text. */
  readonly matches?: readonly [string, string];
  /** Once for each time that this expression is found in this capture: its groups are captures of the edit. */
  readonly each?: readonly [string, string];
}

/** A command that is right only where a capture holds a text, or what an expression finds; or for the executors of a family. */
export interface Command {
  readonly run: string;
  readonly says?: readonly [string, string];
  readonly matches?: readonly [string, string];
  readonly family?: string;
}

/** A row of schemas/job-log. */
export interface Entry {
  readonly executors: readonly string[];
  readonly scopes: readonly Segment[];
  /** Only in logs of these executors. */
  readonly onlyExecutors?: readonly string[];
  /** A warning: jobs go on. */
  readonly mild?: boolean;
  /** What goes wrong before the script is felt in the script. */
  readonly lasting?: boolean;
  /** In the script only before its first command: there it is the container that speaks. */
  readonly starting?: boolean;
  /** Nothing of the job stands below it. */
  readonly last?: boolean;
  readonly patterns: readonly string[];
  /** What of its captures Go has written as it writes texts in its own code: backslashes are doubled. */
  readonly quoted?: readonly string[];
  /** Tells only that something did not come about; an error in a line with this text tells why. */
  readonly explainedBy?: string;
  /** What is only a consequence of this one. */
  readonly beats: readonly string[];
  readonly edits: readonly Edit[];
  readonly commands: readonly (string | Command)[];
}

export type Captures = Readonly<Record<string, string>>;

/** An error of a log, with all that it says filled in. */
export interface LogError {
  /** The id of the entry. */
  readonly id: string;
  /** Those that it comes up with; `*` for all. */
  readonly executors: readonly string[];
  readonly segment: Segment;
  /** From 0. */
  readonly line: number;
  /** The line without colours and prefixes. */
  readonly text: string;
  /** The one that it came up with. */
  readonly runner: LogRunner;
  readonly captures: Captures;
  /** What commands may name, of other lines of the log. */
  readonly told: Captures;
  readonly edits: readonly Edit[];
  readonly commands: readonly string[];
  /** The ids of what follows from it. */
  readonly consequences: readonly string[];
}

/** A line of a log. */
export interface LogLine {
  /** From 0. */
  readonly line: number;
  readonly text: string;
}

/** What the log says of the runner that wrote it. */
export interface LogRunner {
  readonly executor?: string;
  readonly name?: string;
  /** The first characters of its token. */
  readonly token?: string;
  readonly version?: string;
}

export interface Explanation {
  readonly verdict: Verdict;
  /** The most likely cause first. */
  readonly errors: readonly LogError[];
  /** The line that says what went wrong where nothing is known of it. */
  readonly unexplained?: LogLine;
  /** That of the last job. */
  readonly runner: LogRunner;
}

/** Follows a job log through its parts: which segment a line belongs to. */
import type { CleanLine, Marker } from './clean-line';
import { perLine } from './per-line';
import type { Container, Segment } from './types';

/** Sections of the runner, by the names in its markers: common/build.go and common/network.go of the runner. Others are a script's own. */
const ofSections: Readonly<Record<string, Segment>> = {
  resolve_secrets: 'runner',
  prepare_executor: 'runner',
  prepare_script: 'runner',
  prepare_environment: 'runner',
  get_sources: 'sources',
  clear_worktree: 'sources',
  restore_cache: 'cache',
  download_artifacts: 'cache',
  archive_cache: 'cache',
  archive_cache_on_failure: 'cache',
  upload_artifacts_on_success: 'cache',
  upload_artifacts_on_failure: 'cache',
  cleanup_file_variables: 'runner',
  step_script: 'script',
  build_script: 'script',
  after_script: 'script',
};

/** Which container each of them runs in; of those that run after a failure too nothing is told of what failed. */
const containers: Readonly<Record<string, Container>> = {
  get_sources: 'helper',
  clear_worktree: 'helper',
  restore_cache: 'helper',
  download_artifacts: 'helper',
  step_script: 'build',
  build_script: 'build',
  archive_cache: 'helper',
  upload_artifacts_on_success: 'helper',
};

/** As above, where markers are missing. */
const OF_SUCCESS = /^(?:Saving cache|Uploading artifacts) for successful job/;
const OF_FAILURE = /^(?:Saving cache|Uploading artifacts) for failed job/;

type Heading = readonly [RegExp, Segment, boolean];

/**
 * What the runner says when it begins with something; it is said to people, so it is looked for where markers are missing. By the
 * letter that it begins with: most lines are spared most of them.
 */
const headings: Readonly<Record<string, readonly Heading[]>> = {
  R: [
    [/^Running with gitlab-runner /, 'runner', true],
    [/^Reinitialized existing Git repository in /, 'sources', false],
    [/^Restoring cache/, 'cache', false],
    [/^Running after_?script/i, 'script', true],
  ],
  P: [
    [/^Preparing the "[^"]{1,40}" executor/, 'runner', true],
    [/^Preparing environment$/, 'runner', true],
  ],
  G: [[/^Getting source from Git repository/, 'sources', false]],
  F: [[/^Fetching changes/, 'sources', false]],
  I: [[/^Initialized empty Git repository in /, 'sources', false]],
  D: [[/^Downloading artifacts/, 'cache', false]],
  S: [[/^Saving cache for /, 'cache', true]],
  U: [[/^Uploading artifacts(?: for |\.\.\.)/, 'cache', true]],
  E: [
    [/^Extracting cache/, 'cache', false],
    [/^Executing "step_\w{1,40}" stage of the job script/, 'script', true],
  ],
  C: [
    [/^Cloning repository/, 'sources', false],
    [/^Checking cache for /, 'cache', false],
    [/^Cleaning up (?:project directory and )?file based variables/, 'runner', true],
  ],
};

const headingOf = perLine(
  ({ text }) => headings[text.charAt(0)]?.find(([expression]) => expression.test(text)) ?? null,
);

/** What the runner itself says in the midst of a script, or at its end. */
const IN_SCRIPT = /^(?:ERROR: Job failed|Error in container |Job's log exceeded limit of \d)/;
/** What the runner itself says before the script; a script that prints such a line shows another log. */
const BEFORE_SCRIPT =
  /^(?:ERROR: Preparation failed|WARNING: Failed to pull image|\*\*\* WARNING: Service |WARNING: Retrying\.\.\.)/;
/** A command about the runner, as one runs it in a terminal. */
const ABOUT_RUNNER = /^\$ .{0,300}\bgitlab-runner\b/;
const LEVEL = /^(?:ERROR|WARNING|FATAL|PANIC): /;
const OF_GIT = /^(?:fatal|error|warning|remote|git): /;

const RUNNER: readonly Segment[] = ['runner'];
const ANY: readonly Segment[] = ['runner', 'script', 'sources', 'cache'];
const ANY_OF_GIT: readonly Segment[] = ['sources', 'runner', 'script', 'cache'];
/** By the segment that a line stands in: the helper says what went wrong with cache and artifacts as the runner does. */
const lists: Readonly<Record<Segment, readonly Segment[]>> = {
  runner: RUNNER,
  sources: ['sources', 'runner'],
  cache: ['cache', 'runner'],
  script: ['script'],
};

/** The number of the stream that the runner itself writes to, where lines have timestamps. */
export const RUNNER_STREAM = '00';

export class Segments {
  /** Undefined: nothing told yet where in a log this is. */
  private current: Segment | undefined;
  private hasMarkers = false;
  private isAfterScript = false;
  /** Whether the script of the job has begun, and a command of it. */
  hasScript = false;
  hasCommand = false;
  private hasBegun = false;
  /** That of the step that was the last one to run while all went well. */
  container: Container | undefined;

  /** A new job. */
  reset(): void {
    this.current = 'runner';
    this.container = undefined;
    this.isAfterScript = false;
    this.hasScript = false;
    this.hasCommand = false;
    this.hasBegun = false;
  }

  /** The log that the script has shown is over. */
  resumeScript(): void {
    this.reset();
    this.enter('script');
    this.hasCommand = true;
    this.container = 'build';
  }

  /** Takes in a line. True: a command of the script begins with it, so those before it went well. */
  follow(line: CleanLine): boolean {
    const { text, markers } = line;
    for (const marker of markers) this.mark(marker);
    if (text.startsWith('$ ')) {
      // What a person ran in a terminal is no script of a job.
      if (this.isTerminal && ABOUT_RUNNER.test(text)) return false;
      this.enter('script');
      this.hasCommand = true;
      if (!this.isAfterScript) this.container = 'build';
      return !this.isAfterScript;
    }
    // What a script prints may look like a heading; where there are markers, those tell.
    if (this.hasMarkers && this.current === 'script') return false;
    const heading = headingOf(line);
    if (!heading || (this.current === 'script' && !heading[2])) return false;
    this.container = this.containerIn(text, heading[1]);
    this.enter(heading[1]);
    if (/^Running after/.test(text)) this.isAfterScript = true;
    return false;
  }

  private get isTerminal(): boolean {
    return this.current === undefined && !this.hasMarkers;
  }

  private mark({ starts, section }: Marker): void {
    const segment = ofSections[section] ?? (section.startsWith('step_') ? 'script' : undefined);
    if (!segment) return;
    this.hasMarkers = true;
    this.enter(starts ? segment : 'runner');
    if (starts) this.container = containers[section] ?? this.container;
    if (starts && section === 'after_script') this.isAfterScript = true;
  }

  /** The container once a heading has been printed. */
  private containerIn(text: string, segment: Segment): Container | undefined {
    const { container, current, hasScript } = this;
    if (segment === 'sources') return 'helper';
    if (segment === 'script') return this.isAfterScript || /^Running after/.test(text) ? container : 'build';
    if (segment !== 'cache') return container;
    if (!hasScript || OF_SUCCESS.test(text)) return 'helper';
    // Old runners do not say whether the job has failed before.
    return current === 'script' && !OF_FAILURE.test(text) ? undefined : container;
  }

  private enter(segment: Segment): void {
    this.current = segment;
    if (segment === 'script') this.hasScript = true;
    if (segment === 'sources' || segment === 'cache') this.hasBegun = true;
  }

  /** The job came to its sources, or what it takes of other jobs, and not to its script. */
  get isBeforeScript(): boolean {
    return this.hasBegun && !this.hasScript;
  }

  /** Whether what a script says here is said of the job itself. */
  get countsScript(): boolean {
    return !this.isAfterScript;
  }

  /** The segments that a line may belong to; several where nothing tells. There are few such lists: the same is the same one. */
  of({ text, stream, isManager }: CleanLine): readonly Segment[] {
    if (isManager) return RUNNER;
    const { current } = this;
    const maySay = stream === undefined || stream === RUNNER_STREAM;
    if (maySay && (IN_SCRIPT.test(text) || (!this.hasCommand && BEFORE_SCRIPT.test(text)))) return RUNNER;
    if (stream === RUNNER_STREAM && (current === undefined || LEVEL.test(text))) return RUNNER;
    if (current === undefined) return OF_GIT.test(text) ? ANY_OF_GIT : ANY;
    return lists[current];
  }
}

/** Reads the lines of a log that may matter: collects what errors match, what the log says of its runner, and how its job ended. */
import { type CleanLine, cleanLine } from './clean-line';
import type { KnownError } from './entries';
import { LogFacts } from './log-facts';
import { type Match, matchesIn } from './matching';
import { LogRecord, linesBefore } from './record';
import type { LineTaker } from './scanner';
import { RUNNER_STREAM, Segments } from './segments';
import type { Captures, LogRunner, Segment } from './types';
import { type Ended, endingIn } from './verdicts';
import type { Words } from './words';

/** A word that came up so often is not looked for any more: how the job ended, which matters most, is always read whole. */
const MOST_TRIES = 300;

/** A match with what was known when it was read. */
export interface FoundMatch extends Match {
  /** It says that the job, or the runner, ended with it. */
  readonly isEnd: boolean;
  /** It stands before the script of a job that has one. */
  readonly isBeforeScript: boolean;
  /** The segment is known, not guessed. */
  readonly isPlaced: boolean;
  /** The runner as the log has told of it so far: a manager speaks of many. */
  readonly runner: LogRunner;
}

/** A job that a log tells of, or what stands outside of jobs. It does not grow with the log: of each error the first match is kept, and one that ends the job. */
export class Job {
  private readonly byError: Map<string, FoundMatch> = new Map();
  /** The keys of those that end it, and stand behind the beginning of its script. */
  private endKeys: string[] = [];
  /** How it ended, as its own log says, and as a manager's does; each the last time. */
  private own: Ended | undefined;
  private ofManager: Ended | undefined;
  hasScript = false;
  /** It came to its sources, or what it takes of other jobs, and not to its script. */
  isBeforeScript = false;
  /** The one that ran it, once the job is read. */
  runner: LogRunner = {};

  /** `around`: the one in whose script its log began, before that job had ended. */
  constructor(readonly around?: Job) {}

  get matches(): readonly FoundMatch[] {
    return [...this.byError.values()];
  }

  /** How it ended: its own log knows better. */
  get ending(): Ended | undefined {
    return this.own ?? this.ofManager;
  }

  /** Its own log has said how it ended: nothing more comes of it. */
  get isOver(): boolean {
    return this.own !== undefined && !/^ERROR: Preparation failed/.test(this.own.text);
  }

  get isEmpty(): boolean {
    return this.byError.size === 0 && !this.ending;
  }

  add(match: FoundMatch): void {
    // Where a match counts depends on where it stands.
    const { error, isEnd, isBeforeScript, segments } = match;
    const key = [error.id, isEnd, isBeforeScript, segments.join()].join(' ');
    if (this.byError.has(key)) return;
    this.byError.set(key, match);
    if (isEnd && !isBeforeScript) this.endKeys.push(key);
  }

  end(ended: Ended): void {
    if (ended.isOfManager) {
      this.ofManager = ended;
      return;
    }
    this.own = ended;
    // A job ends once: what looked like its end before is the end of another one, which the script has shown.
    for (const key of this.endKeys) this.byError.delete(key);
    this.endKeys = [];
  }

  /** What the script has printed so far was of no consequence. */
  dropScript(): void {
    for (const [key, { isPlaced, segments }] of this.byError) {
      if (isPlaced && segments[0] === 'script') this.byError.delete(key);
    }
  }
}

/** A message that is being read. */
interface OpenMessage {
  readonly record: LogRecord;
  readonly segments: readonly Segment[];
  readonly isPlaced: boolean;
}

interface ReadMessage extends OpenMessage {
  readonly text: string;
  readonly isEnd: boolean;
  readonly isBeforeScript: boolean;
}

/** A log of more jobs is told of from its end. */
const MOST_JOBS = 500;

export class LogReader implements LineTaker {
  readonly jobs: Job[] = [new Job()];
  readonly spent: Uint8Array;
  private readonly facts = new LogFacts();
  private readonly segments = new Segments();
  private readonly tries: Uint32Array;
  private open: OpenMessage | undefined;
  private ends = 0;
  private late: ReadMessage | undefined;

  constructor(private readonly words: Words) {
    this.spent = new Uint8Array(words.count);
    this.tries = new Uint32Array(words.count);
  }

  get wantsNext(): boolean {
    return this.open !== undefined || this.facts.awaitsName;
  }

  get runner(): LogRunner {
    return this.facts.runner;
  }

  get told(): Captures {
    return this.facts.told;
  }

  take(raw: string, line: number, words: readonly number[], before: () => Generator<string>): void {
    const clean = cleanLine(raw);
    if (this.open?.record.goesOnWith(clean)) {
      this.open.record.add({ line, clean, words });
      return;
    }
    this.close();
    this.follow(clean);
    if (!this.isWorth(words, clean)) return;
    const lines = linesBefore(clean, line, cleaned(before()));
    const record = new LogRecord([...lines, { line, clean, words }]);
    const segments = this.segments.of(lines[0]?.clean ?? clean);
    this.open = { record, segments, isPlaced: segments.length < 3 };
  }

  /** Ends the log. */
  end(): void {
    this.close();
    this.matchLate();
    this.job.runner = this.facts.runner;
  }

  /** Ends the message that is being read. */
  private close(): void {
    const { open } = this;
    if (!open) return;
    this.open = undefined;
    const { record } = open;
    const { text } = record;
    const stream = record.first?.clean.stream ?? RUNNER_STREAM;
    const ended = stream === RUNNER_STREAM ? endingIn(text, record.first?.line ?? 0) : undefined;
    if (ended) this.endJob(ended);
    const isBeforeScript = !this.segments.hasScript;
    const message: ReadMessage = { ...open, text, isEnd: ended !== undefined, isBeforeScript };
    if (ended && ++this.ends > MOST_TRIES) this.late = message;
    else this.match(message);
  }

  /** A job ends once: when the log of one that began in a script ends again, that is the end of the job of the script. */
  private endJob(ended: Ended): void {
    const { around, isOver } = this.job;
    const at = around && isOver && !ended.isOfManager ? this.jobs.lastIndexOf(around) : -1;
    if (around && at >= 0) {
      this.jobs.splice(at + 1);
      this.facts.forgetRunner(around.runner);
      this.segments.resumeScript();
    }
    this.job.end(ended);
  }

  private match({ record, text, segments, isPlaced, isEnd, isBeforeScript }: ReadMessage): void {
    const isWhole = record.isCut || isEnd;
    const words = isWhole ? this.words.finder.wordsIn(text) : record.lines.flatMap((each) => each.words);
    if (!isEnd) for (const word of words) this.spend(word);
    const errorsOf = (each: readonly number[]) => this.errorsOf(each);
    for (const match of matchesIn(record, text, words, errorsOf, segments)) {
      if (match.segments.join() === 'script' && !this.countsInScript(match)) continue;
      this.job.add({ ...match, isEnd, isBeforeScript, isPlaced, runner: this.facts.runner });
    }
  }

  private countsInScript({ error }: Match): boolean {
    const { countsScript, hasCommand } = this.segments;
    return countsScript && !(error.starting && hasCommand);
  }

  /** Of very many messages that end a job the last one is read. */
  private matchLate(): void {
    if (this.late) this.match(this.late);
    this.late = undefined;
  }

  private get job(): Job {
    return this.jobs.at(-1) as Job;
  }

  private follow(clean: CleanLine): void {
    const { text, isManager } = clean;
    if (text.startsWith('Running with gitlab-runner')) this.begin();
    this.facts.follow(text, isManager);
    const isCommand = this.segments.follow(clean);
    this.job.hasScript = this.segments.hasScript;
    this.job.isBeforeScript = this.segments.isBeforeScript;
    // The commands before this one went well, whatever they printed.
    if (isCommand) this.job.dropScript();
  }

  private begin(): void {
    this.matchLate();
    this.ends = 0;
    if (!this.job.isEmpty || this.job.hasScript) this.beginJob();
    this.segments.reset();
  }

  private beginJob(): void {
    const { job } = this;
    job.runner = this.facts.runner;
    this.facts.forgetRunner();
    const around = job.around ?? (job.hasScript && !job.isOver ? job : undefined);
    if (this.jobs.push(new Job(around)) > MOST_JOBS) this.jobs.shift();
  }

  /** Whether a line holds an error, or how the job ended; a line that goes on with another may. */
  private isWorth(words: readonly number[], { continues, text }: CleanLine): boolean {
    return (
      continues ||
      this.words.always.length > 0 ||
      words.some((word) => (this.words.errors[word] ?? []).length > 0) ||
      endingIn(text, 0) !== undefined ||
      /^ERROR: (?:Job|Preparation) failed/.test(text)
    );
  }

  private errorsOf(words: readonly number[]): Set<KnownError> {
    const errors = new Set(this.words.always);
    for (const word of words) for (const error of this.words.errors[word] ?? []) errors.add(error);
    return errors;
  }

  private spend(word: number): void {
    const tries = (this.tries[word] ?? 0) + 1;
    this.tries[word] = tries;
    if (tries > MOST_TRIES && this.words.errors[word]?.length) this.spent[word] = 1;
  }
}

function* cleaned(lines: Iterable<string>): Generator<CleanLine> {
  for (const line of lines) yield cleanLine(line);
}

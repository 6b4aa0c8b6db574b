/** Reads the lines of a log that may matter: collects what errors match, what the log says of its runner, and how its job ended. */
import type { CleanLine } from './clean-line';
import type { KnownError } from './entries';
import type { FoundMatch } from './job';
import type { Jobs } from './jobs';
import { LogFacts } from './log-facts';
import { Matcher, type Wanting } from './matching';
import { CleanLines, perLine } from './per-line';
import { LogRecord, linesBefore, textOf } from './record';
import type { LinesBefore, LineTaker } from './scanner';
import type { Scopes } from './scopes';
import { RUNNER_STREAM, Segments } from './segments';
import type { Captures, LogRunner, Segment } from './types';
import { type Ended, endingIn } from './verdicts';
import { type Words, words } from './words';

/** A word that came up so often is not looked for any more: how the job ended, which matters most, is always read whole. */
const MOST_TRIES = 300;

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

/** So many lines that were cleaned are kept: those before an error are often errors, too. */
const KEPT = 16;

export class LogReader implements LineTaker, Wanting {
  readonly spent: Uint8Array;
  private readonly cleanLines = new CleanLines();
  private readonly facts = new LogFacts();
  private readonly segments = new Segments();
  private readonly matcher: Matcher;
  private readonly tries: Uint32Array;
  /** Lines that were cleaned, by the last digits of their number, and which they are. */
  private readonly kept: CleanLine[] = [];
  private readonly keptNumbers = new Float64Array(KEPT).fill(-1);
  private open: OpenMessage | undefined;
  private ends = 0;
  private late: ReadMessage | undefined;
  /** What is being looked through for errors. */
  private matching: ReadMessage | undefined;

  constructor(
    private readonly words: Words,
    private readonly jobs: Jobs,
  ) {
    this.spent = new Uint8Array(words.count);
    this.tries = new Uint32Array(words.count);
    this.matcher = new Matcher(words, this);
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

  take(raw: string, line: number, words: readonly number[], before: LinesBefore): void {
    const clean = this.cleaned(raw, before.taken);
    if (this.open?.record.goesOnWith(clean)) {
      this.open.record.add({ line, clean, words });
      return;
    }
    this.close();
    this.follow(clean);
    if (!this.isWorth(words, clean)) return;
    const lines = linesBefore(clean, line, (distance) => this.lineBefore(before, distance));
    const segments = this.segments.of(lines[0]?.clean ?? clean);
    lines.push({ line, clean, words });
    this.open = { record: new LogRecord(lines), segments, isPlaced: segments.length < 3 };
  }

  private cleaned(raw: string, number: number): CleanLine {
    const clean = this.cleanLines.of(raw);
    this.kept[number % KEPT] = clean;
    this.keptNumbers[number % KEPT] = number;
    return clean;
  }

  private lineBefore(before: LinesBefore, distance: number): CleanLine | undefined {
    if (distance > before.available) return undefined;
    const number = before.taken - distance;
    if (this.keptNumbers[number % KEPT] === number) return this.kept[number % KEPT];
    return this.cleaned(before.textBefore(distance), number);
  }

  /** Ends the log. */
  end(): void {
    this.close();
    this.matchLate();
    this.jobs.current.runner = this.facts.runner;
  }

  /** Ends the message that is being read. */
  private close(): void {
    const { open } = this;
    if (!open) return;
    this.open = undefined;
    const { record, segments, isPlaced } = open;
    const { text } = record;
    const stream = record.first?.clean.stream ?? RUNNER_STREAM;
    const ended = stream === RUNNER_STREAM ? endingIn(text, record.first?.line ?? 0) : undefined;
    if (ended) this.endJob(ended);
    const isBeforeScript = !this.segments.hasScript;
    const message: ReadMessage = { record, segments, isPlaced, text, isEnd: ended !== undefined, isBeforeScript };
    if (ended && ++this.ends > MOST_TRIES) this.late = message;
    else this.match(message);
  }

  /** A job ends once: when the log of one that began in a script ends again, that is the end of the job of the script. */
  private endJob(ended: Ended): void {
    const around = this.jobs.current.isOver && !ended.isOfManager ? this.jobs.resume() : undefined;
    if (around) {
      this.facts.forgetRunner(around.runner);
      this.segments.resumeScript();
    }
    this.jobs.current.end(ended);
  }

  private match(message: ReadMessage): void {
    const { record, text, segments, isPlaced, isEnd, isBeforeScript } = message;
    const isWhole = isEnd || record.isCut;
    const words = isWhole ? wordsIn(record) : wordsOf(record);
    if (!isEnd) for (const word of words) this.spend(word);
    this.matching = message;
    for (const match of this.matcher.matchesIn(record, text, words, segments)) {
      const { error, captures, line, text: shown, length, scopes } = match;
      const found: FoundMatch = {
        error,
        captures,
        line,
        text: shown,
        length,
        scopes,
        isEnd,
        isBeforeScript,
        isPlaced,
        container: this.segments.container,
        runner: this.facts.runner,
      };
      this.jobs.current.add(found);
    }
  }

  wants(error: KnownError, scopes: Scopes): boolean {
    const { matching } = this;
    if (!matching || this.jobs.current.has(error, scopes, matching)) return false;
    return this.counts(error, scopes.segments);
  }

  /** Whether an error counts that may be of these segments. */
  private counts({ starting }: KnownError, segments: readonly Segment[]): boolean {
    if (segments.length > 1 || segments[0] !== 'script') return true;
    const { countsScript, hasCommand } = this.segments;
    return countsScript && !(starting && hasCommand);
  }

  /** Of very many messages that end a job the last one is read. */
  private matchLate(): void {
    if (this.late) this.match(this.late);
    this.late = undefined;
  }

  private follow(clean: CleanLine): void {
    if (clean.text.startsWith('Running with gitlab-runner')) this.begin();
    this.facts.follow(clean);
    const isCommand = this.segments.follow(clean);
    const job = this.jobs.current;
    job.hasScript = this.segments.hasScript;
    job.isBeforeScript = this.segments.isBeforeScript;
    // The commands before this one went well, whatever they printed.
    if (isCommand) job.dropScript();
  }

  private begin(): void {
    this.matchLate();
    this.ends = 0;
    const { current } = this.jobs;
    if (!current.isEmpty || current.hasScript) {
      current.runner = this.facts.runner;
      this.facts.forgetRunner();
      this.jobs.begin();
    }
    this.segments.reset();
  }

  /** Whether a line holds an error, or how the job ended; a line that goes on with another may. */
  private isWorth(words: readonly number[], { continues, text }: CleanLine): boolean {
    return (
      continues ||
      this.words.mayTell(words) ||
      endingIn(text, 0) !== undefined ||
      /^ERROR: (?:Job|Preparation) failed/.test(text)
    );
  }

  private spend(word: number): void {
    const tries = (this.tries[word] ?? 0) + 1;
    this.tries[word] = tries;
    if (tries > MOST_TRIES && this.words.isOfError(word)) this.spent[word] = 1;
  }
}

const wordsInLine = perLine((line) => words().finder.wordsIn(textOf(line)));

/** What is found in all of it. */
function wordsIn(record: LogRecord): readonly number[] {
  return record.only ? wordsInLine(record.only) : words().finder.wordsIn(record.text);
}

/** What was found in its lines. */
function wordsOf({ lines, first }: LogRecord): readonly number[] {
  return first && lines.length === 1 ? first.words : lines.flatMap((each) => each.words);
}

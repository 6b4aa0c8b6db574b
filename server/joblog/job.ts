/** A job that a log tells of: what matched in it, and how it ended. */
import type { Match } from './matching';
import type { Scopes } from './scopes';
import type { Container, LogRunner } from './types';
import type { Ended } from './verdicts';

/** A match with what was known when it was read. */
export interface FoundMatch extends Match {
  /** It says that the job, or the runner, ended with it. */
  readonly isEnd: boolean;
  /** It stands before the script of a job that has one. */
  readonly isBeforeScript: boolean;
  /** The segment is known, not guessed. */
  readonly isPlaced: boolean;
  /** That of the step that was the last one to run while all went well. */
  readonly container: Container | undefined;
  /** The runner as the log has told of it so far: a manager speaks of many. */
  readonly runner: LogRunner;
}

/** Where a match counts depends on where it stands. */
export type Standing = Pick<FoundMatch, 'isEnd' | 'isBeforeScript'>;

/** There are fewer lists of segments. */
const MOST_SCOPES = 128;

/** A job, or what stands outside of jobs. It does not grow with the log: of each error the first match is kept, and one that ends the job. */
export class Job {
  private readonly byKey = new Map<number, FoundMatch>();
  /** The keys of those that end it, and stand behind the beginning of its script. */
  private endKeys: number[] = [];
  /** How it ended, as its own log says, and as a manager's does; each the last time. */
  private own: Ended | undefined;
  private ofManager: Ended | undefined;
  hasScript = false;
  /** It came to its sources, or what it takes of other jobs, and not to its script. */
  isBeforeScript = false;
  /** The one that ran it, once the job is read. */
  runner: LogRunner = {};

  get matches(): readonly FoundMatch[] {
    return [...this.byKey.values()];
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
    return this.byKey.size === 0 && !this.ending;
  }

  /** Whether a match of the error that stands so is known: one more tells nothing. */
  has({ number }: Match['error'], scopes: Scopes, standing: Standing): boolean {
    return this.byKey.has(keyOf(number, scopes, standing));
  }

  add(match: FoundMatch): void {
    const key = keyOf(match.error.number, match.scopes, match);
    if (this.byKey.has(key)) return;
    this.byKey.set(key, match);
    if (match.isEnd && !match.isBeforeScript) this.endKeys.push(key);
  }

  end(ended: Ended): void {
    if (ended.isOfManager) {
      this.ofManager = ended;
      return;
    }
    this.own = ended;
    // A job ends once: what looked like its end before is the end of another one, which the script has shown.
    for (const key of this.endKeys) this.byKey.delete(key);
    this.endKeys = [];
  }

  /** What the script has printed so far was of no consequence. */
  dropScript(): void {
    for (const [key, { isPlaced, scopes }] of this.byKey) {
      if (isPlaced && scopes.segments[0] === 'script') this.byKey.delete(key);
    }
  }

  /** Whether an error was found in it that is not known yet. */
  tellsMore(isKnown: (id: string) => boolean): boolean {
    for (const { error } of this.byKey.values()) if (!isKnown(error.id)) return true;
    return false;
  }
}

function keyOf(error: number, { number }: Scopes, { isEnd, isBeforeScript }: Standing): number {
  return (error * MOST_SCOPES + number) * 4 + Number(isEnd) * 2 + Number(isBeforeScript);
}

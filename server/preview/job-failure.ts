/** The error with which a job fails before anything runs, in the runner's own words, and what causes it. */
import type { Origin } from './origin';

export class JobFailure extends Error {
  constructor(
    text: string,
    readonly origin?: Origin,
  ) {
    super(text);
  }

  /** The same failure, with what the runner was doing in front. */
  within(doing: string): JobFailure {
    return new JobFailure(`${doing}: ${this.message}`, this.origin);
  }
}

/** Does something; a failure says what was being done. */
export function doing<Result>(what: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw error instanceof JobFailure ? error.within(what) : error;
  }
}

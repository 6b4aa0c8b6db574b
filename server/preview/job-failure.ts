/** The error with which a job fails before anything runs, in the runner's own words, and what causes it. */
import type { Origin } from './origin';

export class JobFailure extends Error {
  /** The whole process of the runner ends. */
  readonly endsRunner: boolean = false;

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

const MORE = 'Check https://docs.gitlab.com/runner/shells/#shell-profile-loading for more information';

/** Does what the environment of a job needs first: of what goes wrong there the runner says where to read more. */
export function asPrepared<Result>(act: () => Result): Result {
  try {
    return doing('prepare environment', act);
  } catch (error) {
    if (!(error instanceof JobFailure) || error.endsRunner) throw error;
    throw new JobFailure(`${error.message}. ${MORE}`, error.origin);
  }
}

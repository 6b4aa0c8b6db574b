/** The words that are looked for in a log: those of the errors, and those that tell where in the log one is. */
import { once } from '../text/once';
import { type KnownError, knownErrors } from './entries';
import { literalsOf } from './literals';
import { WordFinder } from './word-finder';

/** What begins the commands of a script stands at the beginning of a line, behind a timestamp and colours. */
const COMMAND = '$ ';
const FARTHEST_COMMAND = 80;

/** Words of the lines that segments.ts, log-facts.ts and verdicts.ts read. */
const structure = [
  COMMAND,
  'section_start:',
  'section_end:',
  'Running with gitlab-runner',
  'Preparing the',
  'Preparing environment',
  'Getting source from',
  'Fetching changes',
  'Cloning repository',
  'Git repository in',
  'Restoring cache',
  'Checking cache for',
  'Downloading artifacts',
  'Extracting cache',
  'Saving cache for',
  'Uploading artifacts',
  'stage of the job script',
  'Running after',
  'Cleaning up',
  'Using Kubernetes',
  'Using helper image',
  'Pulling docker image',
  'executor with image',
  'gitlab-runner register',
  'Using Docker executor',
  'Using Shell',
  'executor=',
  ', system ID: ',
  'Job succeeded',
  'ERROR: Job failed',
  'ERROR: Preparation failed',
  'Job failed: ',
  'FATAL: ',
  'PANIC: ',
  // A line that goes on with the one before.
  'Z 00O+',
  'Z 00E+',
  'Z 01O+',
  'Z 01E+',
];

export class Words {
  readonly count: number;
  constructor(
    readonly finder: WordFinder,
    /** By the number of a word the errors that it belongs to; none for those of the structure. */
    private readonly errors: readonly (readonly KnownError[])[],
    /** Errors of which nothing can be looked for. */
    readonly always: readonly KnownError[],
  ) {
    this.count = errors.length;
  }

  /** Whether a word is one of an error. */
  readonly isOfError = (word: number): boolean => this.errorsOf(word).length > 0;

  /** Whether a line with these words may hold an error. */
  mayTell(words: readonly number[]): boolean {
    return this.always.length > 0 || words.some(this.isOfError);
  }

  /** The errors that a word belongs to. */
  errorsOf(word: number): readonly KnownError[] {
    return this.errors[word] ?? [];
  }
}

export const words = once((): Words => {
  const byWord = new Map<string, KnownError[]>(structure.map((word) => [word.trimStart(), []]));
  const always: KnownError[] = [];
  for (const error of knownErrors()) {
    const literals = error.patterns.map(literalsOf);
    if (literals.includes(undefined)) always.push(error);
    for (const literal of new Set(literals.flatMap((each) => each ?? []))) {
      const word = literal.trimStart();
      byWord.set(word, [...(byWord.get(word) ?? []), error]);
    }
  }
  const all = [...byWord.keys()];
  const finder = new WordFinder(all, new Map([[all.indexOf(COMMAND), FARTHEST_COMMAND]]));
  return new Words(finder, [...byWord.values()], always);
});

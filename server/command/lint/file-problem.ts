/** What the command line tells of a file. */
import type { ProblemAtKey } from '../../features/problems';

/** A problem and the file that it is in. */
export interface FileProblem extends ProblemAtKey {
  readonly file: string;
}

/** What was found in a file around configurations. */
import type { Problem } from '../text/problem';
import type { Region } from './region';

/** What a file holds. */
export interface Contents {
  /** Its configurations, in their order. */
  readonly regions: readonly Region[];
  /** What is wrong around them; spans are of the file. */
  readonly findings: readonly Problem[];
}

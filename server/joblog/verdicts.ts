/** How a job ended, as its log says it. */
import type { LogLine } from './types';

/** A script that failed, not the runner: common/build.go and the executors print it so. */
const SCRIPT_FAILED =
  /^(?:ERROR|WARNING): Job failed(?: \(\w+\))?: (?:exit (?:code|status) |command terminated with exit code |Process exited with status )-?\d+/;
const FAILED =
  /^(?:ERROR: (?:Job failed|Preparation failed|Registering runner|Verifying runner|Failed to load config)|FATAL: |PANIC: )/;
/** The log of the manager says of many jobs how they ended, with their number. */
const OF_MANAGER = /\bjob=\d/;

export type Ending = 'succeeded' | 'script' | 'failed';

export interface Ended extends LogLine {
  readonly ending: Ending;
  readonly isOfManager: boolean;
}

/** What a message says of the end of the job; undefined where it says nothing of it. */
export function endingIn(text: string, line: number): Ended | undefined {
  const ending = endingOf(text);
  return ending && { ending, line, text, isOfManager: text.includes('job=') && OF_MANAGER.test(text) };
}

function endingOf(text: string): Ending | undefined {
  // Most lines begin with another letter.
  if (!'JEWFP'.includes(text.charAt(0))) return undefined;
  if (text === 'Job succeeded') return 'succeeded';
  if (SCRIPT_FAILED.test(text)) return 'script';
  return FAILED.test(text) ? 'failed' : undefined;
}

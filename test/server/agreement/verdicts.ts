/** What the runner's own loader says of real files and of small cases: `../shared/facts/verdicts`, see the README there; or a part of it. */
import { existsSync, readFileSync } from 'node:fs';
import { SHARED } from '../../shared';

const VERDICTS = `${SHARED}/facts/verdicts`;

/** For `test(…, { skip })`: the reason when real files and what the runner says of them are not here, said aloud once a file. */
export const skip = existsSync(`${VERDICTS}/corpus.json`)
  ? false
  : `${VERDICTS}/corpus.json is not here: real files are NOT compared with the runner's verdicts`;
if (skip) console.error(`*** ${skip} ***`);

export interface Verdict {
  readonly accepted: boolean;
  readonly line?: number;
  readonly message?: string;
  /** Keys that the runner's decoder did not use. */
  readonly unknown?: readonly string[];
}

/** A text and what the runner says of it. `name` is a case's id or a file; a fragment is judged inside a runner. */
export interface Judged {
  readonly name: string;
  readonly fragment: boolean;
  readonly text: string;
  readonly verdict: Verdict;
}

export interface KindVerdict {
  readonly path: string;
  readonly accepts: readonly string[];
  readonly ignored?: readonly string[];
}

function read<Entry>(file: string): Entry[] {
  return JSON.parse(readFileSync(`${VERDICTS}/${file}`, 'utf8'));
}

/** The small cases that probe one thing each. */
export function judgedCases(): Judged[] {
  return read<Verdict & { id: string; text: string }>('cases.json').map((verdict) => ({
    name: verdict.id,
    fragment: false,
    text: verdict.text,
    verdict,
  }));
}

/** The real files: each as it is, and where there is a verdict of that too, with `[[runners]]` put before it. */
export function judgedFiles(): Judged[] {
  if (skip) return [];
  return read<Verdict & { file: string; as_fragment?: Verdict }>('corpus.json').flatMap((verdict) => {
    const name = verdict.file;
    const text = readFileSync(`${SHARED}/${name}`, 'utf8');
    const whole: Judged = { name, fragment: false, text, verdict };
    return verdict.as_fragment ? [whole, inRunner(name, text, verdict.as_fragment)] : [whole];
  });
}

/** The kinds of value that each key takes. */
export function kindVerdicts(): KindVerdict[] {
  return read('value-kinds.json');
}

/** The verdict's lines are those of the fragment. */
function inRunner(name: string, text: string, verdict: Verdict): Judged {
  const line = lineOf(verdict);
  return {
    name,
    fragment: true,
    text: `[[runners]]\n${text}`,
    verdict: { ...verdict, ...(line !== undefined && { line: line + 1 }) },
  };
}

/** The line, from 1, that a refusal names: as a field, or in its message. */
export function lineOf({ line, message }: Verdict): number | undefined {
  const named = message?.match(/line (\d+)/)?.[1];
  return line ?? (named === undefined ? undefined : Number(named));
}

/** What a team knew when it began: problems that are in the baseline are not told, those that are new fail. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { message } from '../../text/message';
import type { FileProblem } from './file-problem';
import { Unreadable } from './files';
import { fingerprints, slashed } from './fingerprints';

interface Baseline {
  readonly version: 1;
  /** By file, the fingerprint of each problem and its code, for people who read the difference of two baselines. */
  readonly files: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The problems that a baseline does not hold; undefined where there is no such file yet. Throws Unreadable where it is none. */
export function newProblems(path: string, problems: readonly FileProblem[]): readonly FileProblem[] | undefined {
  if (!existsSync(path)) return undefined;
  const known = read(path);
  const names = fingerprints(problems);
  return problems.filter(({ file }, index) => {
    const ofFile = known.files[slashed(file)];
    return !(ofFile && Object.hasOwn(ofFile, names[index] as string));
  });
}

/** Writes down what is known. */
export function writeBaseline(path: string, problems: readonly FileProblem[]): void {
  const names = fingerprints(problems);
  const files: Record<string, Record<string, string>> = {};
  for (const [index, { file, code }] of problems.entries()) {
    files[slashed(file)] ??= {};
    (files[slashed(file)] as Record<string, string>)[names[index] as string] = code;
  }
  try {
    writeFileSync(path, `${JSON.stringify({ version: 1, files } satisfies Baseline, null, 2)}\n`);
  } catch (error) {
    throw new Unreadable(message('cli.unwritable', { path, error: (error as Error).message }));
  }
}

function read(path: string): Baseline {
  try {
    const known = JSON.parse(readFileSync(path, 'utf8')) as Partial<Baseline> | null;
    if (known?.version === 1 && typeof known.files === 'object' && known.files !== null) return known as Baseline;
  } catch (error) {
    if (!(error instanceof SyntaxError))
      throw new Unreadable(message('cli.unreadable', { path, error: (error as Error).message }));
  }
  throw new Unreadable(message('cli.no-baseline', { path }));
}

/** What tells a problem from others, wherever its line moves: for reports that are compared with earlier ones. */
import { createHash } from 'node:crypto';
import { isAbsolute, relative } from 'node:path';
import type { FileProblem } from './file-problem';

/** A name for each problem. Those that are alike in one file are told apart by their order. */
export function fingerprints(problems: readonly FileProblem[]): string[] {
  const seen = new Map<string, number>();
  return problems.map((problem) => {
    const kind = kindOf(problem);
    const times = seen.get(kind) ?? 0;
    seen.set(kind, times + 1);
    return createHash('sha256').update(`${kind}\n${times}`).digest('hex').slice(0, 32);
  });
}

/** The file, the code and the key: no line, for it moves, and no words, which depend on the language and on our version. */
function kindOf({ file, code, path }: FileProblem): string {
  return [slashed(file), code, path].join('\n');
}

/** The path of a file as reports have it: relative to where the command runs, where it is below, and with slashes. */
export function slashed(file: string): string {
  if (file === '-') return file;
  const path = relative(process.cwd(), file);
  return (path.startsWith('..') || isAbsolute(path) ? file : path).replaceAll('\\', '/');
}

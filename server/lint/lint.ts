/** Checks files and says how it went: 0 nothing above a warning, 1 errors, 2 it could not run. */
import { checkDocument } from '../check/check';
import type { Context } from '../context';
import { createDocument } from '../document';
import { loadSchema } from '../schema/schema';
import { loadTexts } from '../schema/texts';
import { readArguments, usage } from './arguments';
import { readFiles } from './files';
import { type Problem, print, toProblem } from './report';

export interface Outcome {
  readonly status: 0 | 1 | 2;
  /** For standard output. */
  readonly output: string;
  /** For standard error. */
  readonly complaint?: string;
}

/** Runs `lint` with the arguments of a command line. */
export function lint(argv: readonly string[], readStandardInput: () => string): Outcome {
  const options = readArguments(argv);
  if (options === 'help') return { status: 0, output: usage };
  if ('wrong' in options)
    return { status: 2, output: '', complaint: `gitlab-runner-config: ${options.wrong}\n\n${usage}` };
  try {
    const context: Context = { schema: loadSchema(), texts: loadTexts(), snippets: false };
    const problems = readFiles(options.paths, readStandardInput).flatMap(({ name, text }): Problem[] => {
      const document = createDocument(name, text);
      return checkDocument(document, context).map((finding) => toProblem(name, document, finding));
    });
    const errors = problems.filter((problem) => problem.severity === 'error').length;
    const warnings = problems.filter((problem) => problem.severity === 'warning').length;
    const tooMany = options.maxWarnings !== undefined && warnings > options.maxWarnings;
    return {
      status: errors > 0 || tooMany ? 1 : 0,
      output: print(problems, options.format),
      ...(tooMany && { complaint: `More than ${options.maxWarnings} warnings: ${warnings}.\n` }),
    };
  } catch (error) {
    return {
      status: 2,
      output: '',
      complaint: `gitlab-runner-config: ${error instanceof Error ? error.message : String(error)}\n`,
    };
  }
}

/** Checks files and says how it went: 0 nothing above a warning, 1 errors, 2 it could not run. */
import { checkDocument } from '../check/check';
import { type Context, createContext } from '../meaning/context';
import { readFile } from '../meaning/host-file';
import { readArguments, usage } from './arguments';
import { readFiles, type SourceFile, Unreadable } from './files';
import { amount, type Problem, pathAt, print, toProblem } from './report';

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
  if ('wrong' in options) {
    return { status: 2, output: '', complaint: `gitlab-runner-config: ${options.wrong}\n\n${usage}` };
  }
  let files: SourceFile[];
  try {
    files = readFiles(options.paths, readStandardInput);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { status: 2, output: '', complaint: `gitlab-runner-config: ${error.message}\n` };
  }
  const { runnerVersion } = options;
  const context = createContext({ runnerVersion });
  const problems = files.flatMap((file) => problemsIn(file, context));
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.filter((problem) => problem.severity === 'warning').length;
  const tooMany = options.maxWarnings !== undefined && warnings > options.maxWarnings;
  const remark = tooMany
    ? `${amount(warnings, 'warning')}, ${options.maxWarnings} are allowed`
    : files.length === 0
      ? 'there is no runner configuration here'
      : undefined;
  return {
    status: errors > 0 || tooMany ? 1 : 0,
    output: print(problems, options.format),
    ...(remark && { complaint: `gitlab-runner-config: ${remark}\n` }),
  };
}

function problemsIn({ name, text, container }: SourceFile, context: Context): Problem[] {
  const file = readFile(name, text, container?.id);
  const around = file.findings.map((finding) => toProblem(name, file, finding, context.say));
  const inside = file.documents.flatMap((document) =>
    checkDocument(document, context).map((finding) =>
      toProblem(name, document, finding, context.say, pathAt(document, finding)),
    ),
  );
  return [...around, ...inside];
}

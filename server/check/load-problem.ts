/** What keeps the runner from loading a configuration: a preview of a job has nothing else to say then. */
import type { Configuration } from '../meaning/configuration';
import type { Context } from '../meaning/context';
import type { Code } from '../text/code';
import type { Message } from '../text/message';
import type { Span } from '../text/span';
import { checkConfiguration } from './check-configuration';

/** Values that the runner's decoder cannot put where they belong. */
const MISFITS: ReadonlySet<Code> = new Set<Code>(['wrong-type', 'single-table-for-array', 'array-for-single-table']);

export interface LoadProblem {
  readonly message: Message;
  /** In the file, from 0. */
  readonly line: number;
}

/** The first fault of the syntax, else the first value of a wrong type. */
export function loadProblem(configuration: Configuration, context: Context): LoadProblem | undefined {
  const { document } = configuration;
  const at = (span: Span) => document.range(span).start.line;
  const broken = document.syntaxProblems.find(({ severity }) => severity === 'error');
  if (broken) return { message: broken.message, line: at(broken) };
  const misfit = checkConfiguration(configuration, context).find(
    ({ finding }) => finding.severity === 'error' && MISFITS.has(finding.code),
  );
  if (!misfit) return undefined;
  const { finding, placed } = misfit;
  return { message: finding.message, line: configuration.range(placed, finding).start.line };
}

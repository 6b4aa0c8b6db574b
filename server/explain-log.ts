/** Explains a log to an editor: what went wrong, in words, and the edits of an open file that cure it. */
import type { Complaint, ExplainedCure, ExplanationResult } from '../protocol/explanation';
import type { Curable } from './joblog/cure/cures';
import { editLines, linesOfFamily } from './joblog/cure/edit-lines';
import { waysOf } from './joblog/cure/ways';
import { jobLogCode } from './joblog/load';
import type { Captures, Edit, LogRunner } from './joblog/types';
import type { FileCure } from './log-cures';
import type { Catalog } from './text/catalog';

/** What cures an error in the file whose lines are to be changed, the best first. */
type Cures = (error: Curable, runner: LogRunner) => readonly FileCure[];

/** What is asked of the file. */
interface Configuration {
  readonly cures: Cures;
  known(error: Curable, runner: LogRunner): Captures;
  knownRunner(runner: LogRunner): LogRunner;
}

const NO_CONFIGURATION: Configuration = { cures: () => [], known: () => ({}), knownRunner: (runner) => runner };

/** The explanation of a log with the cures of each error. */
export function explainLog(log: string, { language, say }: Catalog, configuration?: Configuration): ExplanationResult {
  const { cures, known, knownRunner } = configuration ?? NO_CONFIGURATION;
  const { blanksIn, commandsOf, editsIn, explainText, textsOf } = jobLogCode();
  const { verdict, errors: found, unexplained } = explainText(log, knownRunner);
  const errors = found.map((error) => ({ ...error, edits: editsIn(language, error.edits) }));
  return {
    verdict,
    errors: errors.map((error) => {
      const { id, line, text, runner, captures } = error;
      const { what, outside } = textsOf(language, id, captures);
      return {
        complaint: { id, captures, runner },
        line,
        text,
        message: what,
        ...(outside !== undefined && { outside }),
        commands: commandsOf(error, known(error, runner)).map((command) => blanksIn(language, command)),
        cures: cures(error, runner).map((cure) => shown(cure, say)),
        ...(!configuration && { changes: changesOf(error.edits, say) }),
      };
    }),
    ...(unexplained && { unexplained }),
  };
}

/** The lines of each way to the same end. */
function changesOf(edits: readonly Edit[], say: Catalog['say']): string[][] {
  return waysOf(edits).map((way) => [...linesOfFamily(way, say), ...editLines(way.edits, say)]);
}

/** The cures of an error that was explained before. */
export function curesNow(
  { id, captures, runner }: Complaint,
  { language, say }: Catalog,
  curesOf: Cures,
): ExplainedCure[] {
  const { curableOf, editsIn } = jobLogCode();
  const error = curableOf(id, captures, runner);
  return error
    ? curesOf({ ...error, edits: editsIn(language, error.edits) }, runner).map((cure) => shown(cure, say))
    : [];
}

function shown({ edits, fileEdits, runner, choice, filePlace, held }: FileCure, say: Catalog['say']): ExplainedCure {
  return {
    lines: editLines(edits, say),
    edits: fileEdits,
    runner,
    choice,
    place: filePlace,
    ...(held !== undefined && { held }),
  };
}

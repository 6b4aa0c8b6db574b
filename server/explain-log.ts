/** Explains a log to an editor: what went wrong, in words, and the edits of an open file that cure it. */
import type { ExplanationResult } from '../protocol/explanation';
import { editLines } from './joblog/cure/edit-lines';
import { jobLogCode } from './joblog/load';
import type { LogError, LogRunner } from './joblog/types';
import type { FileCure } from './service';
import type { Catalog } from './text/catalog';

/** `curesOf`: what cures an error in the file whose lines are to be changed, the best first. */
export function explainLog(
  log: string,
  { language, say }: Catalog,
  curesOf: (error: LogError, runner: LogRunner) => readonly FileCure[],
): ExplanationResult {
  const { explainText, textsOf } = jobLogCode();
  const { verdict, errors, unexplained, runner } = explainText(log);
  return {
    verdict,
    errors: errors.map((error) => {
      const { id, line, text, captures, commands } = error;
      const { what, outside } = textsOf(language, id, captures);
      return {
        id,
        line,
        text,
        message: what,
        ...(outside !== undefined && { outside }),
        commands,
        cures: curesOf(error, runner).map(({ edits, fileEdits }) => ({
          lines: editLines(edits, say),
          edits: fileEdits,
        })),
      };
    }),
    ...(unexplained && { unexplained }),
  };
}

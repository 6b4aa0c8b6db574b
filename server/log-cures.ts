/** What the configurations of an open file have to say to a job log: its part of the service. */
import type { Range, TextEdit } from 'vscode-languageserver-types';
import { type Curable, type Cure, curesOf } from './joblog/cure/cures';
import { agreed, knownValues } from './joblog/cure/known-values';
import { withExecutor } from './joblog/cure/which-runner';
import type { Captures, LogRunner } from './joblog/types';
import type { Configuration } from './meaning/configuration';
import type { Context } from './meaning/context';
import type { SourceText } from './open-files';

/** A cure with what it changes in the file. */
export interface FileCure extends Cure {
  readonly fileEdits: readonly TextEdit[];
  readonly filePlace: Range;
}

/** Asks each configuration of a file that may be written. */
type Each = <Item>(
  text: SourceText,
  answer: (configuration: Configuration, context: Context) => readonly Item[],
) => Item[];

export class LogCures {
  constructor(private readonly each: Each) {}

  /** What cures an error of a job log in the configurations of a file, the best first; each with the edits of the file. */
  cures(text: SourceText, error: Curable, log: LogRunner): FileCure[] {
    return this.each(text, ({ document }, context) =>
      (document.isOverfull ? [] : curesOf(error, log, document, context))
        .map((cure) => ({
          ...cure,
          fileEdits: document.edits(cure.textEdits),
          filePlace: document.range(cure.place),
        }))
        .filter(({ fileEdits }) => fileEdits.length > 0),
    );
  }

  /** What a log tells of its runner, with the executor that the file says of it. */
  knownRunner(text: SourceText, log: LogRunner): LogRunner {
    const [known = log, ...others] = this.each(text, ({ document }, context) =>
      document.isOverfull ? [] : [withExecutor(log, document, context)],
    ).filter(({ executor }) => executor !== undefined);
    return others.every(({ executor }) => executor === known.executor) ? known : log;
  }

  /** What of commands that cure an error the file knows, where the runners that the log may be of agree. */
  knownValues(text: SourceText, error: Curable, log: LogRunner): Captures {
    return agreed(
      this.each(text, ({ document }, context) =>
        document.isOverfull ? [] : knownValues(error, log, document, context),
      ),
    );
  }
}

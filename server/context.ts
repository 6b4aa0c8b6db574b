/** What the features know besides the document. */
import type { Texts } from './schema/texts';
import type { Schema } from './schema/types';
import type { Version } from './version';

export interface Context {
  /** As the newest runner has it, or the one that a document is for: see target.ts. */
  readonly schema: Schema;
  /** The runner that files are for which do not say it themselves; undefined: the newest. */
  readonly runnerVersion?: Version | undefined;
  readonly texts: Texts;
  /** The client takes snippet syntax (`$1`) in completions. */
  readonly snippets: boolean;
}

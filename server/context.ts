/** What the features know besides the document. */
import type { Texts } from './schema/texts';
import type { Schema } from './schema/types';

export interface Context {
  readonly schema: Schema;
  readonly texts: Texts;
  /** The client takes snippet syntax (`$1`) in completions. */
  readonly snippets: boolean;
}

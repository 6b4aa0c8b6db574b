/** What the features know besides the document. */
import { loadSchema } from '../schema/schema';
import { loadTexts, type Texts } from '../schema/texts';
import type { Schema } from '../schema/types';
import type { Version } from '../schema/version';
import { type Catalog, loadCatalog } from '../text/catalog';
import type { Message } from '../text/message';

export interface Context {
  /** As the newest runner has it, or the one that a document is for: see target.ts. */
  readonly schema: Schema;
  /** The runner that files are for which do not say it themselves; undefined: the newest. */
  readonly runnerVersion?: Version | undefined;
  readonly texts: Texts;
  /** The client takes snippet syntax (`$1`) in completions. */
  readonly snippets: boolean;
  /** Says a message in the user's language. */
  say(message: Message): string;
}

export interface ContextOptions {
  readonly catalog?: Catalog;
  readonly snippets?: boolean;
  readonly runnerVersion?: Version | undefined;
}

/** A context; the schema, the texts and the catalog are read when they are first asked for. */
export function createContext({
  catalog = loadCatalog(),
  snippets = false,
  runnerVersion,
}: ContextOptions = {}): Context {
  return {
    get schema() {
      return loadSchema();
    },
    texts: loadTexts(catalog.language),
    snippets,
    runnerVersion,
    say: (message) => catalog.say(message),
  };
}

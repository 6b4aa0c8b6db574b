/** What the features know besides the document. */
import { loadDefaultSchema } from '../schema/schema';
import { loadTexts, type Texts } from '../schema/texts';
import type { Schema } from '../schema/types';
import type { Version } from '../schema/version';
import { type Catalog, loadCatalog } from '../text/catalog';
import type { Message } from '../text/message';

export interface Context {
  /** As the runner has it that a document is for; nobody says which: `loadDefaultSchema`. See target.ts. */
  readonly schema: Schema;
  /** The runner that files are for which do not say it themselves; undefined: the newest released one. */
  readonly runnerVersion?: Version | undefined;
  /** The file is under version control: what stands in it is kept, and read by others. */
  readonly isVersioned?: boolean | undefined;
  readonly texts: Texts;
  /** The client takes snippet syntax (`$1`) in completions. */
  readonly snippets: boolean;
  /** The language that fences around examples name. */
  readonly exampleLanguage: string;
  /** The client shows pages about rules: protocol/rule-pages.ts. */
  readonly rulePages?: boolean;
  /** Says a message in the user's language. */
  say(message: Message): string;
  /** What the errors in job logs are about that a key cures, by its schema path. */
  errorsCuredBy?(path: string): readonly string[];
}

export interface ContextOptions {
  readonly catalog?: Catalog;
  readonly snippets?: boolean;
  readonly runnerVersion?: Version | undefined;
  readonly exampleLanguage?: string | undefined;
  readonly rulePages?: boolean;
}

/** A context; the schema, the texts and the catalog are read when they are first asked for. */
export function createContext({
  catalog = loadCatalog(),
  snippets = false,
  runnerVersion,
  exampleLanguage = 'toml',
  rulePages = false,
}: ContextOptions = {}): Context {
  return {
    get schema() {
      return loadDefaultSchema();
    },
    texts: loadTexts(catalog.language),
    snippets,
    runnerVersion,
    exampleLanguage,
    rulePages,
    say: (message) => catalog.say(message),
  };
}

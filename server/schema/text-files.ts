/** What the files of texts and of examples hold. */

/** What is said about a key. */
export interface KeyText {
  /** What it does and when one wants it. Markdown. */
  readonly text: string;
  /** What happens when it is left out. */
  readonly unset?: string;
  readonly unit?: string;
  readonly pitfall?: string;
  /** Schema paths of keys that belong together. */
  readonly related?: readonly string[];
}

/** The texts of one language as they lie in the file. */
export interface TextFile {
  readonly keys: Readonly<Record<string, KeyText>>;
  readonly featureFlags: Readonly<Record<string, { readonly text: string }>>;
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Addresses of translated pages of the runner's documentation, by the path of the English page. */
  readonly documentation?: Readonly<Record<string, string>>;
  /** The comments behind the lines of examples, by the English ones. */
  readonly comments: Readonly<Record<string, string>>;
}

/** The lines of the examples by schema path. A value's stand in its table, a table's begin with its header. */
export type ExampleFile = Readonly<Record<string, readonly string[]>>;

/** By schema path, or by the name of a key wherever it stands: what people call it, with spaces between. */
export type AliasFile = Readonly<Record<string, string>>;

/** What people write where the runner takes any text, most used first. */
export interface SuggestionFile {
  /** The group of texts about the values of a key, by schema path. */
  readonly about: Readonly<Record<string, string>>;
  /** By schema path: values, or items of a list. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** The key whose values and texts another key shares, both by schema path. */
  readonly like: Readonly<Record<string, string>>;
  /** Names of entries by the schema path of a map, or by its name alone. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** Values of an entry of this name. */
  readonly named: Readonly<Record<string, readonly string[]>>;
  /** The lines of a whole new runner by its executor, in snippet syntax. */
  readonly runners: Readonly<Record<string, readonly string[]>>;
}

/** What a key in `plugin_config` takes. */
export type PluginKind = 'string' | 'integer' | 'float' | 'boolean' | 'array' | 'table';

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
}

/** The lines of the examples by schema path. A value's stand in its table, a table's begin with its header. */
export type ExampleFile = Readonly<Record<string, readonly string[]>>;

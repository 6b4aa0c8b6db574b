/**
 * The sentences about keys, values and feature flags, and the examples of keys. Data, read from files of their own at the
 * first hover or completion.
 */
import { readExamples, readTexts } from './data-files';

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

export interface Texts {
  /** The text about the key with this schema path, such as `runners[].docker.image`. */
  key(path: string): KeyText | undefined;
  featureFlag(name: string): string | undefined;
  /** The line about one value of an enumeration. */
  value(enumeration: string, value: string): string | undefined;
  example(path: string): readonly string[] | undefined;
}

/** Texts that are read when the first one is asked for. */
export function loadTexts(): Texts {
  let file: TextFile | undefined;
  let examples: ExampleFile | undefined;
  const read = () => {
    file ??= readTexts();
    return file;
  };
  return {
    key: (path) => read().keys[path],
    featureFlag: (name) => read().featureFlags[name]?.text,
    value: (enumeration, value) => read().values[enumeration]?.[value],
    example: (path) => {
      examples ??= readExamples();
      return examples[path];
    },
  };
}

/**
 * The sentences about keys, values and feature flags, and the examples of keys. Data, read from files of their own at the
 * first hover or completion.
 */
import { readExamples, readTexts } from './data-files';
import type { ExampleFile, KeyText, TextFile } from './text-files';

/** Who is asked for them. */
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

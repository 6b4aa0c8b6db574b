/**
 * The sentences about keys, values and feature flags, and the examples of keys. Data, read from files of their own at the
 * first hover or completion.
 */
import { once } from '../text/once';
import { readExamples, readTexts } from './data-files';
import type { KeyText, TextFile } from './text-files';

/** Who is asked for them. */
export interface Texts {
  /** The text about the key with this schema path, such as `runners[].docker.image`. */
  key(path: string): KeyText | undefined;
  featureFlag(name: string): string | undefined;
  /** The line about one value of an enumeration. */
  value(enumeration: string, value: string): string | undefined;
  example(path: string): readonly string[] | undefined;
}

const ENGLISH = 'en';

/** Texts in a language, each in English where the language lacks it; read when the first one is asked for. */
export function loadTexts(language = ENGLISH): Texts {
  const own = once(() => readTexts(language));
  const examples = once(readExamples);
  const english = once(() => readTexts(ENGLISH));
  const find = <Text>(read: (file: TextFile) => Text | undefined): Text | undefined => {
    const file = own();
    const found = file && read(file);
    if (found !== undefined) return found;
    const fallback = english();
    return fallback && read(fallback);
  };
  return {
    key: (path) => find(({ keys }) => keys[path]),
    featureFlag: (name) => find(({ featureFlags }) => featureFlags[name]?.text),
    value: (enumeration, value) => find(({ values }) => values[enumeration]?.[value]),
    example: (path) => examples()[path],
  };
}

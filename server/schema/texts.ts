/**
 * The sentences about keys, values and feature flags, and the examples of keys. Data, read from files of their own at the
 * first hover or completion.
 */
import { fallbacksOf } from '../text/languages';
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
  /** The lines of an example, their comments in the language. */
  example(path: string): readonly string[] | undefined;
  /** The address of a page of the documentation in this language, by that of the English one; a heading in it has another name. */
  documentation(url: string): string | undefined;
}

const ENGLISH = 'en';
/** Where the English documentation of the runner is. */
const DOCUMENTATION = 'https://docs.gitlab.com/runner/';

/** Texts in a language, each in the nearest that has it where the language lacks it; read when the first one is asked for. */
export function loadTexts(language = ENGLISH): Texts {
  const files = [language, ...fallbacksOf(language)].map((name) => once(() => readTexts(name)));
  const examples = once(readExamples);
  const find = <Text>(read: (file: TextFile) => Text | undefined): Text | undefined => {
    for (const file of files) {
      const texts = file();
      const found = texts && read(texts);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return {
    key: (path) => find(({ keys }) => keys[path]),
    featureFlag: (name) => find(({ featureFlags }) => featureFlags[name]?.text),
    value: (enumeration, value) => find(({ values }) => values[enumeration]?.[value]),
    documentation: (url) => {
      const [page = ''] = url.split('#');
      const name = page.startsWith(DOCUMENTATION) ? page.slice(DOCUMENTATION.length) : '';
      return name === '' ? undefined : find(({ documentation }) => documentation?.[name]);
    },
    example: (path) =>
      examples()[path]?.map((line) => withComment(line, (said) => find(({ comments }) => comments[said]))),
  };
}

const COMMENT = '  # ';

/** A line of an example with its comment in the language of the texts. */
function withComment(line: string, translated: (comment: string) => string | undefined): string {
  const at = line.indexOf(COMMENT);
  if (at < 0) return line;
  const comment = line.slice(at + COMMENT.length);
  return line.slice(0, at) + COMMENT + (translated(comment) ?? comment);
}

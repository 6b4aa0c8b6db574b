/** Reads the patterns of a language. */
import { dataFile } from './data-file';
import { languages } from './generated/languages';
import type { Patterns } from './pattern';

/** Undefined where there are none in that language. */
export function readMessagePatterns(language: string): Patterns | undefined {
  if (!languages.includes(language)) return undefined;
  return dataFile(require, `messages.${language}.json`) as Patterns;
}

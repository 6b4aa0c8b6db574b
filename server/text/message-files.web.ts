/** A web worker cannot read files: there the patterns of all languages are in the bundle. */
import { allPatterns } from './generated/all-patterns';
import type { Patterns } from './pattern';

/** Undefined where there are none in that language. */
export function readMessagePatterns(language: string): Patterns | undefined {
  return Object.hasOwn(allPatterns, language) ? (allPatterns[language] as Patterns) : undefined;
}

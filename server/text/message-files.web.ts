/** A web worker cannot read files: there the patterns of all languages are in the bundle. */
import type { Patterns } from './catalog';
import { allPatterns } from './generated/all-patterns';

export function readMessagePatterns(language: string): Patterns | undefined {
  return Object.hasOwn(allPatterns, language) ? (allPatterns[language] as Patterns) : undefined;
}

/** A web worker cannot read files: there the patterns are in the bundle. */

import type { Patterns } from './catalog';
import english from './generated/messages.en.json';

const known: Readonly<Record<string, unknown>> = { en: english };

export function readMessagePatterns(language: string): Patterns | undefined {
  return known[language] as Patterns | undefined;
}

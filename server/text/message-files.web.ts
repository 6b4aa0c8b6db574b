/** A web worker cannot read files: there the client hands the patterns of its language over, and the English ones. */
import { handedOver } from './handed-over';
import type { Patterns } from './pattern';

/** Undefined where there are none in that language. */
export function readMessagePatterns(language: string): Patterns | undefined {
  return handedOver(`messages.${language}.json`) as Patterns | undefined;
}

/** A web worker cannot read files: there the English patterns are in the bundle, and the client hands those of its language over. */
import english from './generated/messages.en.json';
import { handedOver } from './handed-over';
import type { Patterns } from './pattern';

/** Undefined where there are none in that language. */
export function readMessagePatterns(language: string): Patterns | undefined {
  if (language === 'en') return english as unknown as Patterns;
  return handedOver(`messages.${language}.json`) as Patterns | undefined;
}

import type { Pattern } from '../server/text/pattern';

/** A text in ICU MessageFormat as server/text/catalog.ts reads it; the id is for what is said of a wrong one. */
export function compiledPattern(id: string, text: string): Pattern;

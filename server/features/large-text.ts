/**
 * Bounds of the answers about a whole file. An editor asks for the outline and the links after each change, and VS Code
 * hands them through three processes: of 5 MB the outline was 37 MB of JSON, and what was asked next waited behind it.
 */

/** Characters up to which no link is left out. */
const LARGE_TEXT = 1_000_000;

/** Items of an answer about a larger text; VS Code's own bound for folding ranges, and for the outline of JSON. */
export const MAXIMUM_ITEMS = 5_000;

/** Whether a text of so many characters is large. */
export function isLarge(length: number): boolean {
  return length > LARGE_TEXT;
}

/** How many links an answer about a text may have. */
export function mostItems(text: string): number {
  return isLarge(text.length) ? MAXIMUM_ITEMS : Number.POSITIVE_INFINITY;
}

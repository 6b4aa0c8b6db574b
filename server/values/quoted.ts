/** Quotes within quotes: `'"alpine"'` has quotes in the text itself, which nothing takes away. */

/** What is within the quotes that a whole text has around it; undefined where there are none. */
export function unquoted(text: string): string | undefined {
  const inner = /^(["'])([^"']+)\1$/.exec(text.trim())?.[2];
  return inner?.trim() === '' ? undefined : inner;
}

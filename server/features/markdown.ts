/** Puts Markdown together from what is said in whole lines and paragraphs. What is undefined or empty is left out. */

type Part = string | false | undefined;

/** Paragraphs of Markdown, of the parts that there are. */
export function paragraphs(...parts: readonly Part[]): string {
  return parts.filter(Boolean).join('\n\n');
}

/** A list of Markdown. */
export function bullets(lines: readonly Part[]): string {
  return lines
    .filter(Boolean)
    .map((line) => `- ${line}`)
    .join('\n');
}

/** Puts Markdown together from what is said in whole lines and paragraphs. What is undefined or empty is left out. */

type Part = string | false | undefined;

export function paragraphs(...parts: readonly Part[]): string {
  return parts.filter(Boolean).join('\n\n');
}

export function bullets(lines: readonly Part[]): string {
  return lines
    .filter(Boolean)
    .map((line) => `- ${line}`)
    .join('\n');
}

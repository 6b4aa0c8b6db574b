/** Where a snippet may be put: it brings whole lines. Free of VS Code. */

/** What the prefixes of snippets begin with that make a whole file, or a whole runner. */
const BEGINS = /^(?:config|runner)-/;

/** Whether a line holds nothing but the word that is being typed, and is no line of a string; `before` is the text up to there. */
export function mayTakeSnippet(before: string): boolean {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return /^\s*[\w-]*$/.test(line) && (before.split(/"""|'''/).length - 1) % 2 === 0;
}

/** Whether a text has no more in it than a word that is being typed. */
export function isEmpty(text: string): boolean {
  return /^[\w-]*$/.test(text.trim());
}

/** Whether a snippet makes something of an empty file, by its prefix. */
export function beginsFile(prefix: string): boolean {
  return BEGINS.test(prefix);
}

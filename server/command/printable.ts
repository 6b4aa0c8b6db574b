/**
 * What stands in a file or in its name goes to a terminal, which takes escape characters for orders, a line break for the end of a
 * problem, and marks of direction (U+202A to U+202E, U+2066 to U+2069) for the order of what is shown.
 */

/** Control characters, line separators, and what changes the direction of a text. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

const short: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A text as one line that orders nothing: `\u001b` stands for an escape character. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => short[character] ?? escaped(character));
}

/** JSON as text; it means the same with its characters written as escapes. Its own line breaks stay. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(UNPRINTABLE, (character) =>
    character === '\n' ? character : escaped(character),
  );
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

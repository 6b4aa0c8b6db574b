/** A text in front of what is too long for one line. Free of VS Code. */

/** The first sentence of a text, and what follows it: nothing, most of the time. */
export function firstSentence(text: string): readonly [first: string, rest: string] {
  const [first = ''] = text.split(/(?<=[.!?])\s|(?<=[。！？])/, 1);
  return [first, text.slice(first.length).trim()];
}

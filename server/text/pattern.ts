/** The patterns that scripts/compile-messages.mjs writes: what a catalog fills arguments into. */

/** A text; an argument; an argument and how it is used; the number of the plural around. */
export type Part =
  | string
  | []
  | [string]
  | [string, 'number']
  | [string, 'plural' | 'select', Readonly<Record<string, Pattern>>];

/** The parts of a message, in their order. */
export type Pattern = readonly Part[];

/** The patterns of a language by the ids of its messages. */
export type Patterns = Readonly<Record<string, Pattern>>;

/** Gives the pattern of a message by its id; undefined where there is none. */
export type FindPattern = (id: string) => Pattern | undefined;

export function finderIn(patterns: Patterns): FindPattern {
  return (id) => (Object.hasOwn(patterns, id) ? patterns[id] : undefined);
}

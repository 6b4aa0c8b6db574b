/** Which of several runners repeat what an earlier one has. */

/** A runner that repeats a text, and the first that has it; both by their place in the list. */
export interface Repeated {
  readonly first: number;
  readonly again: number;
}

/** The texts that come up again; undefined is no text. One look at each. */
export function repeatedIn<Item>(items: readonly Item[], textOf: (item: Item) => string | undefined): Repeated[] {
  const firsts = new Map<string, number>();
  const found: Repeated[] = [];
  items.forEach((item, index) => {
    const text = textOf(item);
    if (text === undefined) return;
    const first = firsts.get(text);
    if (first === undefined) firsts.set(text, index);
    else found.push({ first, again: index });
  });
  return found;
}

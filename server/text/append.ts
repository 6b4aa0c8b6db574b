/** Adds items to a list. A call with each of them as an argument has no room for a hundred thousand. */
export function append<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item);
}

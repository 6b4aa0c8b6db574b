/** A copy of its own: a slice would keep all of the text that it was cut from in memory. */
export function unshared(text: string): string {
  return ` ${text}`.slice(1);
}

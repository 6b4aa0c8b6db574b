/** The kinds of code actions that an editor asks for. A kind holds those below it, and the empty one holds all. */

/** Whether the kinds asked for, any where none are named, hold a kind. */
export function asksFor(only: readonly string[] | undefined, kind: string): boolean {
  return !only || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

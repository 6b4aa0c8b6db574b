/** The same few names come again and again in a configuration: one string serves all places where one stands. */
export class Names {
  private readonly known: (string | undefined)[] = new Array(256).fill(undefined);

  constructor(private readonly text: string) {}

  /** The text between two offsets. */
  at(start: number, end: number): string {
    const { text } = this;
    const slot = ((end - start) * 31 + text.charCodeAt(start) * 7 + text.charCodeAt(end - 1)) & 255;
    const known = this.known[slot];
    if (known !== undefined && known.length === end - start && text.startsWith(known, start)) return known;
    const name = text.slice(start, end);
    this.known[slot] = name;
    return name;
  }
}

/** A number for a name, so that names can be told apart without making strings of them (FNV-1a, the upper 30 bits). */
export function hashOfName(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 2;
}

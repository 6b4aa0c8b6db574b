/** The same few names come again and again in a configuration: one string serves all places where one stands. */
export class Names {
  private readonly known: (string | undefined)[] = [];

  constructor(private readonly text: string) {}

  /** The text between two offsets. */
  at(start: number, end: number): string {
    const { text } = this;
    const slot = ((end - start) * 31 + text.charCodeAt(start) * 7 + text.charCodeAt(end - 1)) & 63;
    const known = this.known[slot];
    if (known !== undefined && known.length === end - start && text.startsWith(known, start)) return known;
    const name = text.slice(start, end);
    this.known[slot] = name;
    return name;
  }
}

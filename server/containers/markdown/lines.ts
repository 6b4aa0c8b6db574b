/** Reads a line of Markdown by columns, as CommonMark does: a tab reaches to the next multiple of four. */

/** How much white space a line had that is neither left nor taken: the rest of a tab. */
export class LineReader {
  position: number;
  /** Columns of a tab at `position - 1` that were not taken. */
  owed = 0;
  private column = 0;

  constructor(
    private readonly source: string,
    readonly start: number,
    /** Without the line break. */
    readonly end: number,
  ) {
    this.position = start;
  }

  get isBlank(): boolean {
    return /^[ \t]*$/.test(this.rest);
  }

  get rest(): string {
    return this.source.slice(this.position, this.end);
  }

  /** Columns of white space ahead. */
  indentation(): number {
    let column = this.column + this.owed;
    for (let at = this.position; at < this.end; at++) {
      if (this.source[at] === ' ') column++;
      else if (this.source[at] === '\t') column += 4 - (column % 4);
      else break;
    }
    return column - this.column;
  }

  /** Takes up to so many columns of white space, and says how many it took. */
  skipSpace(columns: number): number {
    let taken = 0;
    while (taken < columns) {
      const character = this.position < this.end ? this.source[this.position] : undefined;
      if (this.owed > 0) this.owed--;
      else if (character === ' ') this.position++;
      else if (character === '\t') {
        this.owed = 3 - (this.column % 4);
        this.position++;
      } else break;
      this.column++;
      taken++;
    }
    return taken;
  }

  /** Takes characters that are no white space. */
  advance(characters: number): void {
    this.position += characters;
    this.column += characters;
  }
}

/**
 * Makes texts of lines. To make one of many lines at once and to cut it takes less time, which is right as long as each byte is a
 * character.
 */

/** Of longer lines only the beginning is made a text. */
export const LONGEST_LINE = 1 << 16;
/** So much is made a text at once. */
const BLOCK = 1 << 14;

export class Texts {
  private readonly decoder = new TextDecoder();
  private block: string | undefined;
  private blockStart = 0;
  private blockEnd = 0;

  constructor(private readonly buffer: Uint8Array) {}

  /** The text between two places in the buffer, which is filled up to a third one. */
  between(start: number, end: number, filled: number): string {
    const last = Math.min(end, start + LONGEST_LINE);
    if (start >= this.blockEnd) this.take(start, Math.min(filled, start + BLOCK));
    const { block, blockStart, blockEnd } = this;
    if (block === undefined || start < blockStart || last > blockEnd) return this.textOf(start, last);
    return block.slice(start - blockStart, last - blockStart);
  }

  /** What is in the buffer is not there any more. */
  forget(): void {
    this.blockStart = 0;
    this.blockEnd = 0;
  }

  private take(start: number, end: number): void {
    const text = this.textOf(start, end);
    this.block = text.length === end - start ? text : undefined;
    this.blockStart = start;
    this.blockEnd = end;
  }

  private textOf(start: number, end: number): string {
    return this.decoder.decode(this.buffer.subarray(start, end));
  }
}

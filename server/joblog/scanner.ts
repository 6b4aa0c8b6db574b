/**
 * Goes through the bytes of a log once, whatever its length, in a buffer that does not grow. Lines in which a word was found are
 * handed on, with those that the taker asks for; the rest is never made a text.
 */
import type { WordFinder } from './word-finder';

const ESCAPE = 27;
const LINE_BREAK = 10;
const BUFFER = 1 << 20;
/** Longer lines are read in pieces. */
const LONGEST_LINE = 1 << 16;
/** So many lines before one with a word can be asked for. */
const LINES_BEFORE = 6;
const LONGEST_BEFORE = 1 << 14;

export interface LineTaker {
  /** Whether the next line is wanted whatever is in it. */
  readonly wantsNext: boolean;
  /** Words that are not looked for any more, by their numbers. */
  readonly spent: Uint8Array;
  /** `before`: the lines before it, the last one first. */
  take(raw: string, line: number, words: readonly number[], before: () => Generator<string>): void;
}

export class Scanner {
  private readonly buffer = new Uint8Array(BUFFER);
  private readonly decoder = new TextDecoder();
  private filled = 0;
  private at = 0;
  private row = 0;
  private lineStart = 0;
  private line = 0;
  private words: number[] = [];
  /** Where the last lines begin, the last one last. */
  private starts: number[] = [];

  constructor(
    private readonly finder: WordFinder,
    private readonly taker: LineTaker,
  ) {}

  feed(chunk: Uint8Array): void {
    for (let from = 0; from < chunk.length; ) {
      if (this.filled === BUFFER) this.makeRoom();
      const piece = chunk.subarray(from, from + BUFFER - this.filled);
      this.buffer.set(piece, this.filled);
      this.filled += piece.length;
      from += piece.length;
      this.scan();
    }
  }

  end(): void {
    if (this.lineStart < this.filled) this.endLine(this.filled, true);
  }

  private scan(): void {
    while (this.at < this.filled) {
      this.steps(Math.min(this.filled, this.lineStart + LONGEST_LINE));
      if (this.at - this.lineStart >= LONGEST_LINE) this.endLine(this.at, true);
    }
  }

  /** The automaton's steps stand here, not in a method of the finder: this loop is what the time for a long log is spent in. */
  private steps(end: number): void {
    const { buffer } = this;
    const { next, classes } = this.finder;
    let { at, row } = this;
    while (at < end) {
      const byte = buffer[at++] as number;
      if (byte === ESCAPE) {
        at = this.behindColour(at);
        continue;
      }
      row = next[row + (classes[byte] as number)] as number;
      if (row < 0) {
        row = ~row;
        this.found(row, at);
      }
      if (byte !== LINE_BREAK) continue;
      this.endLine(at - 1);
      end = Math.min(this.filled, at + LONGEST_LINE);
    }
    this.at = at;
    this.row = row;
  }

  /** Colours stand between the words, so they are left out: the letter ends them. */
  private behindColour(at: number): number {
    const { buffer, filled } = this;
    if (buffer[at] !== 0x5b) return at;
    let end = at + 1;
    while (end < filled && end - at < 16 && !((buffer[end] as number) >= 0x40 && (buffer[end] as number) <= 0x7e))
      end++;
    return Math.min(end + 1, filled);
  }

  private found(row: number, at: number): void {
    const { spent } = this.taker;
    for (const word of this.finder.endingAt(row)) {
      if (!spent[word] && !this.words.includes(word) && this.finder.isNear(word, at - this.lineStart))
        this.words.push(word);
    }
  }

  /** `isCut`: nothing ends there, but the line is longer than what is read at once. */
  private endLine(end: number, isCut = false): void {
    const { words, lineStart, taker } = this;
    if (words.length > 0 || taker.wantsNext) {
      this.words = [];
      taker.take(this.text(lineStart, end), this.line, words, () => this.before());
    }
    if (this.starts.push(lineStart) > 4 * LINES_BEFORE) this.starts = this.starts.slice(-LINES_BEFORE);
    if (!isCut) this.line++;
    this.lineStart = isCut ? end : end + 1;
  }

  private *before(): Generator<string> {
    let end = this.lineStart;
    for (const start of this.starts.slice(-LINES_BEFORE).reverse()) {
      yield this.text(start, end).replace(/\n$/, '');
      end = start;
    }
  }

  private text(start: number, end: number): string {
    return this.decoder.decode(this.buffer.subarray(start, Math.min(end, start + LONGEST_LINE)));
  }

  /** Keeps the line that is being read, and a few before it. */
  private makeRoom(): void {
    const { starts, lineStart } = this;
    const kept = starts.slice(-LINES_BEFORE).filter((start) => lineStart - start <= LONGEST_BEFORE);
    const from = kept[0] ?? lineStart;
    this.buffer.copyWithin(0, from, this.filled);
    this.starts = kept.map((start) => start - from);
    this.lineStart -= from;
    this.at -= from;
    this.filled -= from;
  }
}

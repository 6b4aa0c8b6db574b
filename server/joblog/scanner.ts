/**
 * Goes through the bytes of a log once, whatever its length, in a buffer that does not grow. Lines in which a word was found are
 * handed on, with those that the taker asks for; the rest is never made a text.
 */
import { LONGEST_LINE, Texts } from './line-texts';
import type { WordFinder } from './word-finder';

const ESCAPE = 27;
const LINE_BREAK = 10;
const BUFFER = 1 << 20;
/** So many lines before one with a word can be asked for. */
const LINES_BEFORE = 6;
const LONGEST_BEFORE = 1 << 14;
const STARTS = 8;

export interface LineTaker {
  /** Whether the next line is wanted whatever is in it. */
  readonly wantsNext: boolean;
  /** Words that are not looked for any more, by their numbers. */
  readonly spent: Uint8Array;
  take(raw: string, line: number, words: readonly number[], before: LinesBefore): void;
}

/** The lines before one that was taken. */
export interface LinesBefore {
  /** How many lines, or pieces of long ones, there were before it. */
  readonly taken: number;
  /** How many of them can be asked for. */
  readonly available: number;
  /** The last one is at distance 1. */
  textBefore(distance: number): string;
}

export class Scanner implements LinesBefore {
  private readonly buffer = new Uint8Array(BUFFER);
  private readonly texts = new Texts(this.buffer);
  private filled = 0;
  private at = 0;
  private state = 0;
  private lineStart = 0;
  private line = 0;
  /** The numbers of the words in the line, and how many there are. */
  private readonly words: number[] = [];
  private wordCount = 0;
  /** By the number of a word the last line that it was found in. */
  private readonly lastIn: Float64Array;
  taken = 0;
  available = 0;
  /** Where the last lines begin, by the last digits of their numbers. */
  private readonly starts = new Int32Array(STARTS);

  constructor(
    private readonly finder: WordFinder,
    private readonly taker: LineTaker,
  ) {
    this.lastIn = new Float64Array(taker.spent.length).fill(-1);
  }

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
    const { next, classes, shift } = this.finder;
    let { at, state } = this;
    while (at < end) {
      const byte = buffer[at++] as number;
      if (byte === ESCAPE) {
        at = this.behindColour(at);
        continue;
      }
      state = next[(state << shift) + (classes[byte] as number)] as number;
      if (state < 0) {
        state = ~state;
        this.found(state, at);
      }
      if (byte !== LINE_BREAK) continue;
      this.endLine(at - 1);
      end = Math.min(this.filled, at + LONGEST_LINE);
    }
    this.at = at;
    this.state = state;
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

  private found(state: number, at: number): void {
    const { spent } = this.taker;
    for (const word of this.finder.endingAt(state)) {
      if (spent[word] || this.lastIn[word] === this.taken || !this.finder.isNear(word, at - this.lineStart)) continue;
      this.lastIn[word] = this.taken;
      this.words[this.wordCount++] = word;
    }
  }

  /** `isCut`: nothing ends there, but the line is longer than what is read at once. */
  private endLine(end: number, isCut = false): void {
    const { lineStart, taker } = this;
    if (this.wordCount > 0 || taker.wantsNext) {
      const words = this.words.slice(0, this.wordCount);
      this.wordCount = 0;
      taker.take(this.texts.between(lineStart, end, this.filled), this.line, words, this);
    }
    this.starts[this.taken++ % STARTS] = lineStart;
    if (this.available < LINES_BEFORE) this.available++;
    if (!isCut) this.line++;
    this.lineStart = isCut ? end : end + 1;
  }

  textBefore(distance: number): string {
    const start = this.startBefore(distance);
    const end = distance === 1 ? this.lineStart : this.startBefore(distance - 1);
    return this.texts.between(start, end, this.filled).replace(/\n$/, '');
  }

  private startBefore(distance: number): number {
    return this.starts[(this.taken - distance) % STARTS] ?? 0;
  }

  /** Keeps the line that is being read, and a few before it. */
  private makeRoom(): void {
    const { lineStart } = this;
    while (this.available > 0 && lineStart - this.startBefore(this.available) > LONGEST_BEFORE) this.available--;
    const from = this.available > 0 ? this.startBefore(this.available) : lineStart;
    this.buffer.copyWithin(0, from, this.filled);
    this.texts.forget();
    for (const [index, start] of this.starts.entries()) this.starts[index] = start - from;
    this.lineStart -= from;
    this.at -= from;
    this.filled -= from;
  }
}

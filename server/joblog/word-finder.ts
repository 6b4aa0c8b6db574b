/**
 * Finds many words in bytes in one pass, as Aho and Corasick do. Blanks, tabs and line breaks in a row are one blank, so that a word
 * is found where a line was wrapped in it.
 */

const BLANK = 32;

export class WordFinder {
  /**
   * By the row of a state and the class of a byte, which `classes` has, the row of the next state; turned over (`~`) where words end
   * there.
   */
  readonly next: Int32Array;
  readonly classes = new Uint8Array(256);
  readonly width: number;
  /** By state the numbers of the words that end there; the lists of most states are empty. */
  private readonly ends: readonly (readonly number[])[];

  /** `most`: by the number of a word how far from the beginning of its line it may end, where that counts. */
  constructor(
    words: readonly string[],
    private readonly most: ReadonlyMap<number, number> = new Map(),
  ) {
    this.width = this.classify(words);
    const trie = new Trie(this.width);
    for (const [number, word] of words.entries())
      trie.add(
        [...word].map((character) => this.classOf(character)),
        number,
      );
    const blank = this.classes[BLANK] ?? 0;
    const steps = trie.automaton(blank);
    this.ends = trie.ends;
    this.next = Int32Array.from(steps, (state) =>
      this.ends[state]?.length ? ~(state * this.width) : state * this.width,
    );
  }

  /** Whether a word counts that ends so many bytes behind the beginning of its line. */
  isNear(word: number, distance: number): boolean {
    const most = this.most.get(word);
    return most === undefined || distance <= most;
  }

  /** The numbers of the words in a text. */
  wordsIn(text: string): number[] {
    const found = new Set<number>();
    let row = 0;
    for (let at = 0; at < text.length; at++) {
      const next = this.next[row + (this.classes[text.charCodeAt(at)] ?? 0)] ?? 0;
      row = next < 0 ? ~next : next;
      if (next < 0) for (const word of this.endingAt(row)) found.add(word);
    }
    return [...found];
  }

  /** The numbers of the words that end at a row. */
  endingAt(row: number): readonly number[] {
    return this.ends[row / this.width] ?? [];
  }

  /** Class 0 is for what is in no word. Returns how many there are, rounded up to a power of two. */
  private classify(words: readonly string[]): number {
    let count = 1;
    for (const character of new Set(`${words.join('')} `)) this.classes[character.charCodeAt(0)] = count++;
    for (const blank of ['\t', '\n', '\r']) this.classes[blank.charCodeAt(0)] = this.classes[BLANK] ?? 0;
    return 2 ** Math.ceil(Math.log2(count));
  }

  private classOf(character: string): number {
    return this.classes[character.charCodeAt(0)] ?? 0;
  }
}

class Trie {
  readonly ends: number[][] = [[]];
  private readonly children: Map<number, number>[] = [new Map()];
  /** By state the class of the byte that led to it. */
  private readonly last: number[] = [0];

  constructor(private readonly width: number) {}

  add(classes: readonly number[], number: number): void {
    let state = 0;
    for (const each of classes) {
      let child = this.children[state]?.get(each);
      if (child === undefined) {
        child = this.children.length;
        this.children.push(new Map());
        this.ends.push([]);
        this.last.push(each);
        this.children[state]?.set(each, child);
      }
      state = child;
    }
    this.ends[state]?.push(number);
  }

  /** The table of all steps; states are visited by their depth, so that what a state falls back to is known. */
  automaton(blank: number): Uint16Array {
    const { width, children } = this;
    const next = new Uint16Array(children.length * width);
    const fallback = new Uint16Array(children.length);
    const states = [0];
    for (const state of states) {
      const back = fallback[state] ?? 0;
      const row = state * width;
      if (state > 0) {
        this.ends[state]?.push(...(this.ends[back] ?? []));
        next.copyWithin(row, back * width, (back + 1) * width);
      }
      for (const [each, child] of children[state] ?? []) {
        fallback[child] = next[row + each] ?? 0;
        next[row + each] = child;
        states.push(child);
      }
      if (this.last[state] === blank) next[row + blank] = state;
    }
    return next;
  }
}

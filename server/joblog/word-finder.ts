/**
 * Finds many words in bytes in one pass, as Aho and Corasick do. Blanks, tabs and line breaks in a row are one blank, so that a word
 * is found where a line was wrapped in it.
 */

const BLANK = 32;

export class WordFinder {
  /**
   * By a state, shifted by `shift`, and the class of a byte, which `classes` has, the next state; turned over (`~`) where words end
   * there. As small as can be: a text full of words goes through much of it, which the cache of the processor has to hold.
   */
  readonly next: Int16Array;
  readonly classes = new Uint8Array(256);
  readonly shift: number;
  /** By state the numbers of the words that end there; the lists of most states are empty. */
  private readonly ends: readonly (readonly number[])[];
  /** By word how far from the beginning of its line it may end. */
  private readonly most: Float64Array;

  /** `most`: by the number of a word how far from the beginning of its line it may end, where that counts. */
  constructor(words: readonly string[], most: ReadonlyMap<number, number> = new Map()) {
    this.most = Float64Array.from(words, (_, word) => most.get(word) ?? Number.POSITIVE_INFINITY);
    this.shift = Math.ceil(Math.log2(this.classify(words)));
    const trie = new Trie(1 << this.shift);
    for (const [number, word] of words.entries())
      trie.add(
        [...word].map((character) => this.classOf(character)),
        number,
      );
    const blank = this.classes[BLANK] ?? 0;
    this.next = trie.automaton(blank);
    this.ends = trie.ends;
    const isEnd = this.ends.map(({ length }) => length > 0);
    const { next } = this;
    for (let at = 0; at < next.length; at++) {
      const state = next[at] as number;
      if (isEnd[state]) next[at] = ~state;
    }
  }

  /** Whether a word counts that ends so many bytes behind the beginning of its line. */
  isNear(word: number, distance: number): boolean {
    return distance <= (this.most[word] ?? 0);
  }

  /** The numbers of the words in a text. */
  wordsIn(text: string): number[] {
    const found: number[] = [];
    const { next, classes, shift } = this;
    let state = 0;
    for (let at = 0; at < text.length; at++) {
      state = next[(state << shift) + (classes[text.charCodeAt(at)] ?? 0)] ?? 0;
      if (state >= 0) continue;
      state = ~state;
      for (const word of this.endingAt(state)) if (!found.includes(word)) found.push(word);
    }
    return found;
  }

  /** The numbers of the words that end at a state. */
  endingAt(state: number): readonly number[] {
    return this.ends[state] ?? [];
  }

  /** Class 0 is for what is in no word. Returns how many there are. */
  private classify(words: readonly string[]): number {
    let count = 1;
    for (const character of new Set(`${words.join('')} `)) this.classes[character.charCodeAt(0)] = count++;
    for (const blank of ['\t', '\n', '\r']) this.classes[blank.charCodeAt(0)] = this.classes[BLANK] ?? 0;
    return count;
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
  automaton(blank: number): Int16Array {
    const { width, children } = this;
    const next = new Int16Array(children.length * width);
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

/**
 * Cuts a configuration into blocks: what comes before the first `[[runners]]`, and each runner with all of its tables. Each
 * block can be parsed by itself, so a keystroke costs the block that it is in. A line `[[runners]]` inside of a string over
 * several lines is no header: whoever parses the block before it finds out, and joins the two.
 */

/** A piece of a text that is kept from one version of it to the next. */
export interface TextBlock {
  readonly text: string;
  /** The block ends inside of a string: what it is depends on the blocks behind it. */
  readonly isOpen: boolean;
}

const HEADER = '[[runners]]';

/** Whether a line that begins a block of its own starts at an offset. */
function startsBlock(text: string, offset: number): boolean {
  if (offset > 0 && text.charCodeAt(offset - 1) !== 0x0a) return false;
  let at = offset;
  for (let code = text.charCodeAt(at); code === 0x20 || code === 0x09; code = text.charCodeAt(at)) at++;
  return text.startsWith(HEADER, at);
}

/** Cuts the text between two offsets; the first piece is what comes before its first header. */
export function cutBlocks(text: string, from: number, to: number): string[] {
  const pieces: string[] = [];
  let start = from;
  for (let at = text.indexOf(HEADER, from); at >= 0 && at < to; at = text.indexOf(HEADER, at + HEADER.length)) {
    const line = text.lastIndexOf('\n', at) + 1;
    if (line <= start || !startsBlock(text, line)) continue;
    pieces.push(text.slice(start, line));
    start = line;
  }
  if (to > start) pieces.push(text.slice(start, to));
  return pieces;
}

/** The blocks of one version of a text, and where each begins. */
export interface CutText<Block extends TextBlock> {
  readonly text: string;
  readonly blocks: readonly { readonly block: Block; readonly start: number }[];
}

/** How much of the blocks before stays: so many at the beginning, and so many at the end; between them the text was cut anew. */
export interface Recut<Block extends TextBlock> {
  readonly first: number;
  readonly last: number;
  readonly between: readonly Block[];
}

/**
 * Cuts a text again. Blocks at its beginning and end that stand in the version before are taken over as they are; `make` makes the
 * others. As right as cutting the text anew: a block is the same wherever it stands, as long as the next one begins behind it.
 */
export function recut<Block extends TextBlock>(
  text: string,
  before: CutText<Block>,
  make: (texts: readonly string[]) => readonly Block[],
): Recut<Block> {
  const { blocks } = before;
  const count = blocks.length;
  /** Offset at which a block began; behind the last one the end of the text. */
  const startOf = (index: number) => blocks[index]?.start ?? before.text.length;
  let first = sameBefore(count, (from, to) => isSame(text, startOf(from), before.text, startOf(from), startOf(to)));
  // Asked of no more blocks than has to be: the answer may take parsing one.
  const firstOpen = blocks.slice(0, first).findIndex(({ block }) => block.isOpen);
  if (firstOpen >= 0) first = firstOpen;
  // Behind the last that is the same another one has to begin.
  while (first > 0 && startOf(first) < text.length && !startsBlock(text, startOf(first))) first--;
  const shift = text.length - before.text.length;
  let last = sameBefore(count - first, (from, to) => {
    const [start, end] = [startOf(count - to), startOf(count - from)];
    return start + shift >= startOf(first) && isSame(text, start + shift, before.text, start, end);
  });
  while (last > 0 && !startsBlock(text, startOf(count - last) + shift)) last--;
  if (last > 0 && blocks.some(({ block }) => block.isOpen)) last = 0;
  const [start, end] = [startOf(first), startOf(count - last) + shift];
  return { first, last, between: make(cutBlocks(text, start, end)) };
}

/** How many of `count` things are the same; `areSame` compares those between two of them, all at once. Halves what is left each time. */
function sameBefore(count: number, areSame: (from: number, to: number) => boolean): number {
  let from = 0;
  let to = count;
  while (from < to) {
    const middle = (from + to + 1) >> 1;
    if (areSame(from, middle)) from = middle;
    else to = middle - 1;
  }
  return from;
}

function isSame(text: string, at: number, other: string, from: number, to: number): boolean {
  return text.slice(at, at + to - from) === other.slice(from, to);
}

/** What a text may go on with, for grammars of the same build: a unit behind a number, one of some options between separators. */
import type { Span } from '../text/span';
import type { Continuations } from './grammar';

/** Longer texts are none that somebody types by hand. */
const LONGEST = 400;

/** Units behind the number that is typed; the letters that are there already give way. */
export function unitsAt(text: string, offset: number, units: readonly string[]): Continuations | undefined {
  if (text.length > LONGEST || !/^[a-zµμ]*$/i.test(text.slice(offset))) return undefined;
  const number = /^(\d+(?:\.\d+)?)[a-zµμ]*$/i.exec(text.slice(0, offset))?.[1];
  if (number === undefined) return undefined;
  return { start: 0, end: text.length, texts: units.map((unit) => number + unit) };
}

/** The part between separators that an offset is in; what stands before `start` is no part. */
export function partAt(text: string, offset: number, separators: RegExp, start = 0): Span | undefined {
  if (text.length > LONGEST || offset < start) return undefined;
  const [before = ''] = text.slice(start, offset).split(separators).reverse();
  const [behind = ''] = text.slice(offset).split(separators);
  return { start: offset - before.length, end: offset + behind.length };
}

/** Options from a place of a text on, each once. */
export function optionsAt(
  text: string,
  offset: number,
  start: number,
  separators: RegExp,
  options: readonly string[],
): Continuations | undefined {
  const part = partAt(text, offset, separators, start);
  if (!part) return undefined;
  const others = [text.slice(start, part.start), text.slice(part.end)].flatMap((side) => side.split(separators));
  return { ...part, texts: options.filter((option) => !others.includes(option)) };
}

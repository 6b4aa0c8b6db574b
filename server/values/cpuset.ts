/** Numbers of processors or memory nodes: `0-3,5`, as the daemon reads them (ParseUintList of moby). */
import { type Message, message } from '../text/message';
import { failingWhole, type Grammar, shown, understood } from './grammar';

export const cpuset: Grammar<readonly Range[]> = {
  name: 'cpuset',
  read(text) {
    // An empty text is all of them.
    if (text === '' || text.length > LONGEST_READ) return { problems: [] };
    const ranges = readList(text);
    if (ranges) return understood(ranges);
    return failingWhole(text, message('invalid-value.cpuset', { text: shown(text) }), meantList(text));
  },
  say: sayRanges,
};

/** No machine has so many processors that a longer list is meant; what the daemon makes of it nobody asks. */
const LONGEST_READ = 50_000;

interface Range {
  readonly first: number;
  readonly last: number;
}

function readList(text: string): readonly Range[] | undefined {
  const ranges: Range[] = [];
  for (const part of text.split(',')) {
    const [, first = '', last = first] = /^\+?(\d{1,9})(?:-\+?(\d{1,9}))?$/.exec(part) ?? [];
    if (first === '' || Number(first) > Number(last)) return undefined;
    ranges.push({ first: Number(first), last: Number(last) });
  }
  return ranges;
}

/** How many numbers ranges have; of few also which. */
function sayRanges(ranges: readonly Range[]): Message | undefined {
  const sorted = [...ranges].sort((a, b) => a.first - b.first);
  // What is named twice counts once.
  if (sorted.some(({ first }, index) => first <= (sorted[index - 1]?.last ?? -1))) return undefined;
  const count = sorted.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  if (count <= FEW) {
    const numbers = sorted.flatMap(({ first, last }) =>
      Array.from({ length: last - first + 1 }, (_, at) => String(first + at)),
    );
    return message('range.numbers', { count, numbers: { join: 'and', items: numbers } });
  }
  const [only, another] = sorted;
  return only && !another ? message('range.from-to', { count, ...textsOf(only) }) : message('range.count', { count });
}

const FEW = 8;

function textsOf({ first, last }: Range) {
  return { first: String(first), last: String(last) };
}

function meantList(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const meant = text
    .trim()
    .replace(/\s{0,9}(?:\.\.\.?|-|–)\s{0,9}/g, '-')
    .replace(/\s{0,9}[,;]\s{0,9}|\s{1,9}/g, ',')
    .replace(/,$/, '');
  return meant !== text && readList(meant) ? meant : undefined;
}

const LONGEST = 300;

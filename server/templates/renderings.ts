/** What a template gives when its conditionals go one way or another: masked texts that together show every branch. */
import type { Span } from '../text/span';
import type { Tag } from './tag';

/**
 * More are not made: each is parsed and checked at every keystroke. Where a conditional has more branches, the ninth is shown
 * with the first, and so on.
 */
const MOST_RENDERINGS = 8;

/** The lines of a branch, and the renderings, `first` to `last`, that show them where they show what is around them. */
interface Branch {
  readonly lines: Span;
  readonly first: number;
  readonly last: number;
}

interface OpenBlock {
  readonly block: string;
  /** Where the lines of the present branch start, and the first rendering that shows them. */
  start: number;
  first: number;
  /** How many renderings it takes to show all that is in the present branch. */
  count: number;
}

/**
 * The masked text with one branch of each conditional, the others blank, in as many ways as it takes to show each branch
 * once; the text alone where nothing has an `else`. Conditionals that stand one after the other go on together, so these
 * are not all combinations. Only whole lines are left out.
 */
export function renderings(text: string, tags: readonly Tag[], masked: string): string[] {
  const read = readBranches(text, tags);
  if (!read) return [masked];
  const count = Math.min(read.count, MOST_RENDERINGS);
  return Array.from({ length: count }, (_, index) => without(masked, hiddenIn(read.branches, index, read.count)));
}

/** Undefined where there is one rendering, or where the ends of the blocks do not match. */
function readBranches(text: string, tags: readonly Tag[]): { branches: Branch[]; count: number } | undefined {
  const branches: Branch[] = [];
  const open: OpenBlock[] = [];
  const lines = new LineStarts(text);
  let count = 1;
  const finishBranch = (top: OpenBlock, end: number, isLast: boolean) => {
    if (end <= top.start) return;
    const next = top.first + Math.max(top.count, 1);
    branches.push({
      lines: { start: top.start, end },
      first: top.first,
      last: isLast ? Number.POSITIVE_INFINITY : next - 1,
    });
    top.first = next;
  };
  for (const { start, end, role, block } of tags) {
    if (role === 'none') continue;
    const top = open[open.length - 1];
    const lineStart = lines.before(start);
    const nextLine = lines.after(end);
    if (role === 'open') {
      open.push({ block, start: nextLine, first: top?.first ?? 0, count: 0 });
      continue;
    }
    if (!top || (role === 'close' && top.block !== block)) return undefined;
    finishBranch(top, lineStart, role === 'close');
    top.start = nextLine;
    top.count = 0;
    if (role === 'middle') continue;
    open.pop();
    const around = open[open.length - 1];
    if (around) around.count = Math.max(around.count, top.first - around.first);
    else count = Math.max(count, top.first);
  }
  return count > 1 && open.length === 0 ? { branches, count } : undefined;
}

/** Where lines start, for offsets that ascend: a line with many tags is searched once. */
class LineStarts {
  /** The line that was asked for last. */
  private start = 0;
  private next = 0;

  constructor(private readonly text: string) {}

  /** The start of the line that the character before an offset is in; behind it where that one ends a line. */
  before(offset: number): number {
    this.find(offset);
    return this.start;
  }

  /** The start of the next line; the text's length where there is none. */
  after(offset: number): number {
    this.find(offset);
    return this.next;
  }

  private find(offset: number): void {
    while (this.next <= offset && this.next < this.text.length) {
      const feed = this.text.indexOf('\n', this.next);
      this.start = this.next;
      this.next = feed < 0 ? this.text.length : feed + 1;
    }
  }
}

/** The lines that a rendering leaves out, in their order; of `count` there would be without a limit. */
function hiddenIn(branches: readonly Branch[], rendering: number, count: number): Span[] {
  return branches
    .filter(({ first, last }) => !isShown(first, last, rendering, count))
    .map(({ lines }) => lines)
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Whether one of `rendering`, and those that it stands for, is between `first` and `last`. */
function isShown(first: number, last: number, rendering: number, count: number): boolean {
  const laps = Math.max(0, Math.ceil((first - rendering) / MOST_RENDERINGS));
  const next = rendering + laps * MOST_RENDERINGS;
  return next <= last && (next < count || laps === 0);
}

function without(masked: string, hidden: readonly Span[]): string {
  const parts: string[] = [];
  let written = 0;
  for (const { start, end } of hidden) {
    if (end <= written) continue;
    parts.push(masked.slice(written, start), masked.slice(start, end).replace(/[^\r\n]/g, ' '));
    written = end;
  }
  parts.push(masked.slice(written));
  return parts.join('');
}

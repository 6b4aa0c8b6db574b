/** Which lines of a template can never, or not always, be rendered together. */
import type { Span } from '../toml/syntax';
import { meaningOf } from './template-tag';

interface OpenBlock {
  readonly block: string;
  readonly branch: number;
}

/**
 * Tells whether two offsets are in different branches of a conditional, or one of them is in a conditional or a loop that the
 * other is not in. Where the ends of the blocks do not match, it says true rather than false.
 */
export function branchesOf(text: string, templates: readonly Span[]): (a: number, b: number) => boolean {
  /** The branch from an offset on: branches are numbered, and entered again when a block in them ends. */
  const starts = [0];
  const branches = [0];
  let open: OpenBlock[] = [];
  let root = 0;
  let count = 0;
  for (const { start, end } of templates) {
    const { role, block } = meaningOf(text.slice(start, end));
    if (role === 'none') continue;
    const top = open[open.length - 1];
    if (role === 'open') open.push({ block, branch: ++count });
    else if (!top || (role === 'close' && top.block !== block)) {
      // The end of something else: nothing is known about what comes from here on.
      open = [];
      root = ++count;
    } else if (role === 'middle') open[open.length - 1] = { block: top.block, branch: ++count };
    else open.pop();
    starts.push(start);
    branches.push(open[open.length - 1]?.branch ?? root);
  }
  const branchAt = (offset: number) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return branches[low];
  };
  return (a, b) => branchAt(a) !== branchAt(b);
}

/** Which lines of a template can never, or not always, be rendered together. */
import { countBefore } from '../text/search';
import type { Tag } from './tag';

/** The branches that offsets are in; -1 stands for the beginning of the text, before any template in it. */
export interface Branches {
  /**
   * Whether two offsets are in different branches of a conditional, or one of them is in a conditional or a loop that the
   * other is not in. Where the ends of the blocks do not match, it says true rather than false.
   */
  differ(a: number, b: number): boolean;
  /** Whether what is at `inner` is rendered only below what is at `outer`, in the same place of the result. */
  encloses(outer: number, inner: number): boolean;
  /** Whether two offsets are in different branches of one conditional: of the two only one is ever rendered. */
  exclude(a: number, b: number): boolean;
}

interface OpenBlock {
  readonly block: string;
  readonly branch: number;
  readonly parent: number;
  readonly conditional: number;
}

/** Reads the branches of a template. */
export function branchesOf(tags: readonly Tag[]): Branches {
  /** The branch from an offset on: branches are numbered, and entered again when a block in them ends. */
  const starts = [-1];
  const branches = [0];
  /** For each branch the one it stands in; -1 for none that is known. */
  const parents = [-1];
  /** For each branch the conditional that it is of: the number of that one's first branch. */
  const conditionals = [0];
  const branch = (parent: number, conditional = parents.length) => {
    conditionals.push(conditional);
    return parents.push(parent) - 1;
  };
  let open: OpenBlock[] = [];
  let root = 0;
  for (const { start, role, block, elsewhere } of tags) {
    if (role === 'none') continue;
    const top = open[open.length - 1];
    if (role === 'open') {
      const parent = elsewhere ? -1 : (top?.branch ?? root);
      const first = branch(parent);
      open.push({ block, branch: first, parent, conditional: first });
    } else if (!top || (role === 'close' && top.block !== block)) {
      // The end of something else: nothing is known about what comes from here on.
      open = [];
      root = branch(-1);
    } else if (role === 'middle') open[open.length - 1] = { ...top, branch: branch(top.parent, top.conditional) };
    else open.pop();
    starts.push(start);
    branches.push(open[open.length - 1]?.branch ?? root);
  }
  const branchAt = (offset: number) =>
    branches[countBefore(starts.length, (index) => (starts[index] ?? 0) <= offset) - 1] ?? 0;
  return {
    differ: (a, b) => branchAt(a) !== branchAt(b),
    encloses(outer, inner) {
      const wanted = branchAt(outer);
      let at = branchAt(inner);
      // The branches around one have smaller numbers.
      while (at > wanted) at = parents[at] as number;
      return at === wanted;
    },
    exclude(a, b) {
      const around = new Map<number, number>();
      for (let at = branchAt(a); at >= 0; at = parents[at] as number) around.set(conditionals[at] as number, at);
      for (let at = branchAt(b); at >= 0; at = parents[at] as number) {
        if ((around.get(conditionals[at] as number) ?? at) !== at) return true;
      }
      return false;
    },
  };
}

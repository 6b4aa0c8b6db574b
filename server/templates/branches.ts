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

/** The lines of one branch; they may go on behind a block that stands in it. */
interface Branch {
  /** Those around it have smaller ones. */
  readonly number: number;
  /** The one that it stands in; undefined where none is known. */
  readonly parent: Branch | undefined;
  /** The first branch of its conditional; undefined for that itself. */
  readonly first: Branch | undefined;
}

interface OpenBlock {
  readonly block: string;
  readonly branch: Branch;
}

/** Reads the branches of a template. */
export function branchesOf(tags: readonly Tag[]): Branches {
  const { starts, branches } = readBranches(tags);
  const branchAt = (offset: number) =>
    branches[countBefore(starts.length, (index) => (starts[index] ?? 0) <= offset) - 1];
  return {
    differ: (a, b) => branchAt(a) !== branchAt(b),
    encloses(outer, inner) {
      const wanted = branchAt(outer);
      let at = branchAt(inner);
      while (at && wanted && at.number > wanted.number) at = at.parent;
      return at === wanted;
    },
    exclude(a, b) {
      const around = new Map<Branch, Branch>();
      for (let at = branchAt(a); at; at = at.parent) around.set(at.first ?? at, at);
      for (let at = branchAt(b); at; at = at.parent) {
        if ((around.get(at.first ?? at) ?? at) !== at) return true;
      }
      return false;
    },
  };
}

/** The branch from each offset on; one is entered again when a block in it ends. */
function readBranches(tags: readonly Tag[]): { starts: readonly number[]; branches: readonly Branch[] } {
  let count = 0;
  const branchIn = (parent: Branch | undefined, first?: Branch): Branch => ({ number: count++, parent, first });
  let root = branchIn(undefined);
  const starts = [-1];
  const branches = [root];
  let open: OpenBlock[] = [];
  for (const { start, role, block, elsewhere } of tags) {
    if (role === 'none') continue;
    const top = open.at(-1);
    if (role === 'open') {
      open.push({ block, branch: branchIn(elsewhere ? undefined : (top?.branch ?? root)) });
    } else if (!top || (role === 'close' && top.block !== block)) {
      // The end of something else: nothing is known about what comes from here on.
      open = [];
      root = branchIn(undefined);
    } else {
      open.pop();
      const { parent, first = top.branch } = top.branch;
      if (role === 'middle') open.push({ block: top.block, branch: branchIn(parent, first) });
    }
    starts.push(start);
    branches.push(open.at(-1)?.branch ?? root);
  }
  return { starts, branches };
}

/** The order of findings whose offsets count in blocks: that of the text, and the shorter first where two begin at one place. */
import { countBefore } from '../text/search';
import type { PlacedFinding } from './file-findings';

/** Where a finding begins in the whole text. */
export function startOf({ finding, placed }: PlacedFinding): number {
  return finding.start + (placed?.start ?? 0);
}

function endOf({ finding, placed }: PlacedFinding): number {
  return finding.end + (placed?.start ?? 0);
}

/** Compares two findings for sorting. */
export function inOrder(one: PlacedFinding, other: PlacedFinding): number {
  return startOf(one) - startOf(other) || endOf(one) - endOf(other);
}

/** Findings in order, with a few others in order: sorting hundreds at each keystroke takes longer. */
export function merged(many: readonly PlacedFinding[], few: readonly PlacedFinding[]): readonly PlacedFinding[] {
  const all: PlacedFinding[] = [];
  let from = 0;
  for (const each of few) {
    const to = countBefore(many.length, (index) => inOrder(many[index] as PlacedFinding, each) <= 0);
    for (; from < to; from++) all.push(many[from] as PlacedFinding);
    all.push(each);
  }
  for (; from < many.length; from++) all.push(many[from] as PlacedFinding);
  return all;
}

/** Names with dots in a map of texts, written without quotes: `net.ipv4.ip_forward = "1"` is three tables, one in the other. */
import type { Span } from '../text/span';
import type { Member, Node } from '../toml/model';
import type { KeySegment } from '../toml/syntax';

/** A name as it was meant, and where its parts stand. */
export interface DottedName extends Span {
  readonly name: string;
}

/** The dotted names that make up an entry of a map; empty where the entry is something else, or has headers or braces. */
export function dottedNames(entry: Member): readonly DottedName[] {
  const pairs = pairsBelow(entry.node);
  const names = pairs?.map(({ segments, end }) => {
    const first = segments.findIndex(({ start }) => entry.keys.some((key) => key.start === start));
    const parts = first < 0 ? [] : segments.slice(first);
    return { start: parts[0]?.start ?? end, end, name: parts.map(({ name }) => name).join('.') };
  });
  return names?.every(({ name }) => name.includes('.')) ? names : [];
}

interface KeyOfPair {
  readonly segments: readonly KeySegment[];
  readonly end: number;
}

/** The keys of all texts in a table; undefined where it has something else in it. */
function pairsBelow(node: Node): readonly KeyOfPair[] | undefined {
  if (node.type !== 'table' || node.inline || node.sections.length > 0) return undefined;
  const found: KeyOfPair[] = [];
  for (const { pair, node: below } of node.members.values()) {
    if (pair && pair.value.type !== 'string') return undefined;
    const keys = pair ? [pair.key] : pairsBelow(below);
    if (!keys) return undefined;
    found.push(...keys);
  }
  return found;
}

/** Names with dots in a map of texts, written without quotes: `net.ipv4.ip_forward = "1"` is three tables, one in the other. */
import type { Schema } from '../schema/types';
import { append } from '../text/append';
import type { Span } from '../text/span';
import type { Member, Node } from '../toml/model';
import type { KeySegment } from '../toml/syntax';
import type { ConfigDocument } from './document';
import { locate } from './locate';

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

/**
 * The name in a map that a part of a key without quotes belongs to, `kubernetes.io/arch` around `io/arch`; in a table that nobody knows
 * the whole key of a part with a slash, as labels have it. Undefined where the part is a name by itself.
 */
export function dottedNameAt(document: ConfigDocument, schema: Schema, { start, end }: Span): DottedName | undefined {
  const place = locate(document, end);
  if (place.kind !== 'key' || place.segment.start !== start) return undefined;
  const { container, pair, segment } = place;
  const { segments } = pair.key;
  const path = [...container];
  const first = segments.findIndex(({ name }) => {
    const kind = schema.at(path)?.kind;
    path.push(name);
    return kind === 'map' || (kind === undefined && segment.name.includes('/'));
  });
  const parts = first < 0 ? [] : segments.slice(first);
  const [from] = parts;
  if (!from || from.start > start || parts.length < 2 || parts.some(({ style }) => style !== 'bare')) return undefined;
  return { start: from.start, end: pair.key.end, name: parts.map(({ name }) => name).join('.') };
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
    append(found, keys);
  }
  return found;
}

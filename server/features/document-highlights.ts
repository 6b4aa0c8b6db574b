/** All places of the key under the cursor. */
import type { DocumentHighlight } from 'vscode-languageserver-types';
import type { ConfigDocument } from '../meaning/document';
import { locate, sectionAt, tableAt } from '../meaning/locate';
import { lastBefore } from '../text/search';
import type { ArrayNode, Member, Node, TableNode } from '../toml/model';
import type { Key, KeySegment, KeyValue, Section, Value } from '../toml/syntax';
import { DocumentHighlightKind } from './kinds';
import { MAXIMUM_ITEMS } from './large-text';

/**
 * The places of a name in its table: where it is defined (kind write), and the headers and dotted keys that pass through
 * it (kind text). Below `[[runners]]` these are the places of the one runner that the cursor is in.
 */
export function documentHighlights(document: ConfigDocument, offset: number): DocumentHighlight[] {
  const place = locate(document, offset);
  if ((place.kind !== 'header' && place.kind !== 'key') || !touches(place.segment, offset)) return [];
  const { segment, section } = place;
  const member = memberOf(document.model.root, segment);
  const keys = member ? keysOf(document, member, section) : [segment];
  return keys.slice(0, MAXIMUM_ITEMS).map((key) => ({
    range: document.range(key),
    kind: isDefinition(document, key) ? DocumentHighlightKind.Write : DocumentHighlightKind.Text,
  }));
}

function touches({ start, end }: KeySegment, offset: number): boolean {
  return end > start && start <= offset && offset <= end;
}

/** Without a call for each level: a dotted key may have any number of parts. */
function memberOf(root: TableNode, segment: KeySegment): Member | undefined {
  const open = [root];
  for (let table = open.pop(); table; table = open.pop()) {
    for (const member of table.members.values()) {
      if (member.keys.includes(segment)) return member;
      for (const inner of tablesBelow(member.node)) open.push(inner);
    }
  }
  return undefined;
}

function tablesBelow(node: Node): readonly TableNode[] {
  if (node.type === 'table') return [node];
  return node.type === 'array-of-tables' ? node.elements : node.tables;
}

/** The keys of a member; of an array of tables only those that are about the element that the section belongs to. */
function keysOf(document: ConfigDocument, { node, keys }: Member, section: Section): readonly KeySegment[] {
  if (node.type !== 'array-of-tables') return keys;
  const element = elementOf(node, tableAt(document, section));
  if (!element) return keys;
  return keys.filter((key) => elementOf(node, tableAt(document, sectionAt(document, key.start))) === element);
}

function elementOf(array: ArrayNode, table: TableNode): TableNode | undefined {
  let node: TableNode | ArrayNode | undefined = table;
  while (node && node.parent !== array) node = node.parent;
  return node?.type === 'table' ? node : undefined;
}

/** Whether a segment is the last of its key: there the key gets its value or the table its content. */
function isDefinition(document: ConfigDocument, segment: KeySegment): boolean {
  const section = sectionAt(document, segment.start);
  const { header } = section;
  if (header && segment.start < header.end) return isLast(header.key, segment);
  const pair = pairAt(section.pairs, segment.start);
  return pair !== undefined && isLast(pair.key, segment);
}

function isLast({ segments }: Key, segment: KeySegment): boolean {
  return segments[segments.length - 1] === segment;
}

/** The innermost pair whose key holds an offset. */
function pairAt(pairs: readonly KeyValue[], offset: number): KeyValue | undefined {
  const pair = lastBefore(pairs, offset);
  if (!pair || offset >= pair.end) return undefined;
  if (offset < pair.key.end) return pair;
  return pairInValue(pair.value, offset);
}

function pairInValue(value: Value, offset: number): KeyValue | undefined {
  if (value.type === 'inline-table') return pairAt(value.pairs, offset);
  if (value.type !== 'array') return undefined;
  const item = lastBefore(value.items, offset);
  return item && offset < item.end ? pairInValue(item, offset) : undefined;
}

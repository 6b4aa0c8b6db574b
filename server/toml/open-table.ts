/** The tables of the model while it is built: what may still be added to them, and how. */
import type { ArrayNode, Member, Node, TableNode } from './model';
import type { InlineTableValue, KeySegment, KeyValue, Section } from './syntax';

/** How a table came to be: that decides what may still add to it. */
export type Origin = 'root' | 'implicit' | 'header' | 'unfinished-header' | 'dotted' | 'inline';

/** A table while the model is built. */
export interface OpenTable extends TableNode {
  parent: TableNode['parent'];
  members: Map<string, Member>;
  sections: Section[];
  origin: Origin;
  /** The section that a dotted key's table was made in: only there it may grow. */
  dottedIn: Section | InlineTableValue | undefined;
}

type OpenMember = { -readonly [Property in keyof Member]: Member[Property] };

/** A table without members. */
export function openTable(parent: TableNode['parent'], origin: Origin, inline?: InlineTableValue): OpenTable {
  return { type: 'table', parent, members: new Map(), sections: [], inline, origin, dottedIn: undefined };
}

/** A table of the model that is being built: each of them is open. */
export function opened(table: TableNode): OpenTable {
  return table as OpenTable;
}

/** Puts a node into a table under a name, in the place of the one that has it. */
export function addMember<Kind extends Node>(
  table: TableNode,
  key: KeySegment,
  pair: KeyValue | undefined,
  node: Kind,
): Kind {
  // A key of one part has the list that is wanted here already; `addKey` copies it before it grows.
  const segments = pair?.key.segments;
  const keys = segments?.length === 1 ? (segments as KeySegment[]) : [key];
  opened(table).members.set(key.name, { name: key.name, key, keys, pair, node });
  return node;
}

/** Notes one more place where a name stands. */
export function addKey(member: OpenMember, key: KeySegment): void {
  if (member.keys.length === 1) member.keys = [member.key, key];
  else member.keys.push(key);
}

/** Adds an element, as one more header of the array does. */
export function addElement(array: ArrayNode): OpenTable {
  const element = openTable(array, 'header');
  array.elements.push(element);
  return element;
}

/** The array that headers add to: one made by `[[headers]]`, or the one beside a value that such headers followed. */
export function arrayOf(node: Node): ArrayNode | undefined {
  if (node.type === 'array-of-tables') return node;
  const parent = node.type === 'value' ? node.tables[node.tables.length - 1]?.parent : undefined;
  return parent?.type === 'array-of-tables' ? parent : undefined;
}

/** Makes a table the first element of an array, or gives a value tables, so that what follows is read as what it was meant to be. */
export function toArray(parent: TableNode, member: OpenMember): ArrayNode {
  const { node } = member;
  if (node.type === 'array-of-tables') return node;
  if (node.type === 'value') {
    const array: ArrayNode = { type: 'array-of-tables', parent, elements: [...node.tables] };
    member.node = { ...node, tables: array.elements };
    return array;
  }
  const array: ArrayNode = { type: 'array-of-tables', parent, elements: [node] };
  opened(node).parent = array;
  member.node = array;
  member.pair = undefined;
  return array;
}

/** A closed header leads through a table that only half-typed ones did so far. */
export function confirm(table: OpenTable): void {
  if (table.origin === 'unfinished-header' && table.sections.length === 0) table.origin = 'implicit';
}

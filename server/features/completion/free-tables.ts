/** Which tables may still be written at a place: TOML allows a table once, and forbids to add to one from dotted keys. */
import type { ConfigDocument } from '../../meaning/document';
import { sectionAt } from '../../meaning/locate';
import { fold } from '../../schema/lookup';
import type { KeySchema } from '../../schema/types';
import type { ArrayNode, Member, TableNode } from '../../toml/model';
import type { Section, Span } from '../../toml/syntax';

/** From where one looks. `typed` is the header or pair under the cursor, which the item replaces: what only it defines is free. */
export interface Viewpoint {
  readonly document: ConfigDocument;
  readonly offset: number;
  readonly typed: Span | undefined;
  /** The section whose header is typed. */
  readonly section?: Section;
  /** A file without any `[[runners]]` is a fragment: there `[runners.docker]` stands alone. */
  readonly fragment?: boolean;
}

/** The member of a table for a key, spelled as the runner would still find it. */
export function memberFor(table: TableNode, key: KeySchema): Member | undefined {
  const exact = table.members.get(key.name);
  if (exact || !key.caseInsensitive) return exact;
  const folded = fold(key.name);
  for (const member of table.members.values()) if (fold(member.name) === folded) return member;
  return undefined;
}

/** Whether nothing but the text under the cursor defines a member. */
export function isTyped(member: Member, typed: Span | undefined): boolean {
  return typed !== undefined && member.keys.every((key) => key.start >= typed.start && key.end <= typed.end);
}

/** Whether a header for the last of `path`, which leads down from `table`, may stand at the offset. */
export function isFree(table: TableNode, path: readonly KeySchema[], view: Viewpoint): boolean {
  const above = path.slice(0, -1);
  const last = path.at(-1);
  let current = table;
  for (const [index, key] of above.entries()) {
    const member = memberFor(current, key);
    if (!member || isTyped(member, view.typed)) return above.slice(index).every((step) => mayBeImplied(step, view));
    const next = tableIn(member, key, view);
    if (!next) return false;
    current = next;
  }
  const member = last && memberFor(current, last);
  return !last || !member || isTyped(member, view.typed) || mayBeAdded(member, last, view);
}

/** The table of a member that headers at the offset go into. */
function tableIn(member: Member, key: KeySchema, view: Viewpoint): TableNode | undefined {
  const { node } = member;
  if (node.type === 'array-of-tables') return elementBefore(node, view);
  if (node.type !== 'table' || !isOpen(member, node, view)) return undefined;
  return key.kind !== 'array-of-tables' || view.fragment ? node : undefined;
}

/** Whether a header may stand for what is there already: one more element, or a table that only longer headers made. */
function mayBeAdded(member: Member, key: KeySchema, view: Viewpoint): boolean {
  const { node } = member;
  const isArray = key.kind === 'array-of-tables';
  if (node.type === 'array-of-tables') return isArray;
  if (node.type === 'value' || !isOpen(member, node, view)) return false;
  if (node.sections.some((section) => section !== view.section)) return false;
  if (isArray && member.keys.some((segment) => segment.start < view.offset && !isIn(segment, view))) return false;
  return !view.section?.pairs.some((pair) => pair.equals >= 0 && isTaken(node, pair.key.segments[0]?.name, view));
}

function isTaken(table: TableNode, name: string | undefined, view: Viewpoint): boolean {
  const member = name === undefined ? undefined : table.members.get(name);
  return member !== undefined && !isIn(member.key, { typed: view.section });
}

function isIn(span: Span, { typed }: { typed: Span | undefined }): boolean {
  return typed !== undefined && span.start >= typed.start && span.end <= typed.end;
}

/** A header implies the tables above it, but an element of an array of tables must be there. */
function mayBeImplied(key: KeySchema, view: Viewpoint): boolean {
  return key.kind !== 'array-of-tables' || (view.fragment === true && key.parent?.parent === undefined);
}

/** The element of an array of tables that headers after the offset go into. */
function elementBefore(array: ArrayNode, { offset, section }: Viewpoint): TableNode | undefined {
  const { elements } = array;
  for (let index = elements.length - 1; index >= 0; index--) {
    const element = elements[index];
    const first = element?.sections[0];
    if (first && first.start < offset && first !== section) return element;
  }
  return undefined;
}

/** Whether headers may add to a table: not when it is an inline table or made by dotted keys. */
function isOpen(member: Member, table: TableNode, { document }: Viewpoint): boolean {
  if (table.inline) return false;
  const { header } = sectionAt(document, member.key.start);
  return header !== undefined && member.key.start < header.end;
}

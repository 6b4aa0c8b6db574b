/** Finds the table of the document that a key belongs to, or where it would go. */

import type { ConfigDocument } from '../meaning/document';
import { sectionAt } from '../meaning/locate';
import { memberOf, tableAround } from '../meaning/members';
import { isAbove } from '../meaning/places';
import type { TableVisit } from '../meaning/visit';
import type { KeySchema } from '../schema/types';
import type { Member, TableNode } from '../toml/model';
import type { Section } from '../toml/syntax';

/** Where lines of a table go: to a section that is there, or to a new table below one that is there. */
export type Target =
  | { readonly section: Section }
  | { readonly below: Section; readonly header: readonly string[]; readonly array: boolean };

/** The way from the table of a visit to another table, as far as it is there. */
export interface Way {
  /** The last table on the way that is there. */
  readonly table: TableNode;
  /** Its names from the root, as they are written. */
  readonly path: readonly string[];
  /** The tables behind it that are not there. */
  readonly missing: readonly KeySchema[];
  /** The section that a header of the next table would go below. */
  readonly below: Section | undefined;
  /** Headers lead along the way; else a table on it is in braces, or made by dotted keys. */
  readonly byHeaders: boolean;
}

/**
 * The way to a table, through the one around both tables: so of several runners or volumes it is the right one. Undefined
 * where it is not one table.
 */
export function wayTo(visit: TableVisit, to: KeySchema): Way | undefined {
  const { document } = visit;
  const start = tableAbove(visit, to);
  if (!start) return undefined;
  const path = [...start.path];
  const chain = steps(start.schema, to);
  let { table } = start;
  let below = usable(sectionAround(document, table));
  let byHeaders = !table.inline;
  for (const [index, step] of chain.entries()) {
    const member: Member | undefined = memberOf(table, step.name);
    if (!member) return { table, path, missing: chain.slice(index), below, byHeaders };
    const next = onlyTable(member);
    if (!next) return undefined;
    path.push(member.name);
    table = next;
    if (table.sections.length > 0) below = usable(table.sections[0]);
    else if (table.inline || !isImpliedByHeaders(document, member)) byHeaders = false;
  }
  return { table, path, missing: [], below, byHeaders };
}

/** The table of the visit, or the one around it that the other table is below too. */
function tableAbove(visit: TableVisit, to: KeySchema): Pick<TableVisit, 'table' | 'schema' | 'path'> | undefined {
  let { schema } = visit;
  let table: TableNode | undefined = visit.table;
  const path = [...visit.path];
  while (schema !== to && !isAbove(schema, to)) {
    if (!schema.parent) return undefined;
    schema = schema.parent;
    table = tableAround(table);
    path.pop();
  }
  return table && { table, schema, path };
}

/** The target of lines with `key`; undefined where its table is written inline or dotted, or has such a key already. */
export function targetFor(visit: TableVisit, key: KeySchema): Target | undefined {
  const way = key.parent && wayTo(visit, key.parent);
  if (!way?.byHeaders) return undefined;
  if (way.missing.length === 0 && memberOf(way.table, key.name)) return undefined;
  return targetOf(way, key.parent?.kind === 'array-of-tables');
}

/** The target that a way by headers leads to. `array`: whether its table is one of a list. */
export function targetOf({ table, path, missing, below }: Way, array: boolean): Target | undefined {
  if (missing.length > 0) return below && newTable(below, missing, path);
  const section = usable(table.sections[0]);
  if (section) return { section };
  if (table.sections.length > 0 || !below) return undefined;
  return { below, header: path, array };
}

/** The tables on the way down from one to the other. */
export function steps(from: KeySchema, to: KeySchema): KeySchema[] {
  const chain: KeySchema[] = [];
  for (let table: KeySchema | undefined = to; table && table !== from; table = table.parent) chain.unshift(table);
  return chain;
}

/** The section of the table, or of the one around it where only longer headers imply it. */
function sectionAround(document: ConfigDocument, table: TableNode): Section | undefined {
  let around: TableNode | undefined = table;
  while (around && around.sections.length === 0) {
    const implied: TableNode = around;
    around = tableAround(around);
    const member = around && [...around.members.values()].find(({ node }) => node === implied);
    if (!member || !isImpliedByHeaders(document, member)) return undefined;
  }
  return around?.sections[0];
}

function usable(section: Section | undefined): Section | undefined {
  return section?.header?.closed === false ? undefined : section;
}

/** Only one header is written. A list of tables would get a new, nearly empty entry; a first `[[runners]]` is what is missing. */
function newTable(below: Section, missing: readonly KeySchema[], path: readonly string[]): Target | undefined {
  const lists = missing.filter((table) => table.kind === 'array-of-tables');
  const isRunner = missing.length === 1 && missing[0]?.path === 'runners[]';
  if (lists.length > 0 && !isRunner) return undefined;
  return { below, header: [...path, ...missing.map((table) => table.name)], array: isRunner };
}

/** Of several entries of a list the right one cannot be known. */
function onlyTable({ node }: Member): TableNode | undefined {
  if (node.type === 'table') return node;
  return node.type === 'array-of-tables' && node.elements.length === 1 ? node.elements[0] : undefined;
}

/** Longer headers alone lead through the name, so a header of its own may be added. */
export function isImpliedByHeaders(document: ConfigDocument, { keys, pair }: Member): boolean {
  return !pair && keys.every((key) => headerAround(document, key.start) !== undefined);
}

/** The section whose header holds an offset. */
export function headerAround(document: ConfigDocument, offset: number): Section | undefined {
  const section = sectionAt(document, offset);
  return section.header && offset < section.header.end ? section : undefined;
}

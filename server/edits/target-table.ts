/** Finds the table of the document that a misplaced key belongs to, or where it would go. */

import type { ConfigDocument } from '../meaning/document';
import { sectionAt } from '../meaning/locate';
import { memberOf, tableAround } from '../meaning/members';
import { isAbove } from '../meaning/places';
import type { KeyVisit } from '../meaning/visit';
import type { KeySchema } from '../schema/types';
import type { Member, TableNode } from '../toml/model';
import type { Section } from '../toml/syntax';
import type { Target } from './move-pair';

/**
 * The table for `key`, reached from the table of the visit through the one around both: so of several runners or volumes it
 * is the right one. Undefined where it is not one table, is written inline or dotted, or has such a key already.
 */
export function targetFor(visit: KeyVisit, key: KeySchema): Target | undefined {
  const { document } = visit;
  const parent = key.parent as KeySchema;
  let schema: KeySchema = visit.schema;
  let table: TableNode | undefined = visit.table;
  const path = [...visit.path];
  while (schema !== parent && !isAbove(schema, parent)) {
    if (!schema.parent) return undefined;
    schema = schema.parent;
    table = tableAround(table);
    path.pop();
  }
  if (!table) return undefined;
  let below: Section | undefined = usable(sectionAround(document, table));
  for (const [index, step] of steps(schema, parent).entries()) {
    const member: Member | undefined = memberOf(table, step.name);
    if (!member) {
      const missing = steps(schema, parent).slice(index);
      return below && newTable(below, missing, path);
    }
    const next = onlyTable(member);
    if (!next) return undefined;
    path.push(member.name);
    table = next;
    if (table.sections.length > 0) below = usable(table.sections[0]);
    else if (table.inline || !isImpliedByHeaders(document, member)) return undefined;
  }
  if (memberOf(table, key.name)) return undefined;
  const section = usable(table.sections[0]);
  if (section) return { section };
  if (table.sections.length > 0 || !below) return undefined;
  return { below, header: path, array: parent.kind === 'array-of-tables' };
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

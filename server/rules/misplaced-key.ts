/** A key that exists, but in another table. The most frequent mistake of all: a key written below a sub-table's header. */
import { headerOf, placesFor } from '../check/names';
import type { KeyVisit, Rule } from '../check/rule';
import { movePair, ownSection, type Target } from '../edits/move-pair';
import type { Fix } from '../finding';
import type { KeySchema } from '../schema/types';
import type { TableNode } from '../toml/model';
import { isUnknownName } from './unknown-key';

export const misplacedKey: Rule = {
  code: 'misplaced-key',
  key(visit, report) {
    const { member, schema, context } = visit;
    if (!isUnknownName(visit) || member.node.type !== 'value') return;
    if (context.schema.findRemoved(schema, member.name)) return;
    const places = placesFor(visit);
    const [best, second] = places;
    if (!best) return;
    const parent = best.parent as KeySchema;
    const also = second && places.length === 2 ? ` or in \`${headerOf(second.parent as KeySchema)}\`` : '';
    report({
      code: 'misplaced-key',
      severity: 'warning',
      start: member.key.start,
      end: member.key.end,
      message: `\`${member.name}\` belongs in ${quoted(parent)}${also}. Here, in ${quoted(schema)}, the runner ignores it.`,
      link: best.docs,
      fixes: () => places.slice(0, 3).flatMap((place, index) => moves(visit, place, index === 0)),
    });
  },
};

function quoted(table: KeySchema): string {
  return table.path === '' ? headerOf(table) : `\`${headerOf(table)}\``;
}

function moves(visit: KeyVisit, place: KeySchema, preferred: boolean): Fix[] {
  const { document, member } = visit;
  const parent = place.parent as KeySchema;
  const { pair } = member;
  const target = pair && pair.key.segments.length === 1 ? targetFor(visit, parent) : undefined;
  const edits = pair && target ? movePair(document, pair, target) : undefined;
  return edits ? [{ title: `Move to ${quoted(parent)}`, edits, preferred }] : [];
}

/** Where in this document the table is, or where it would go. Only tables of the same runner, and the globals, are reached. */
function targetFor(visit: KeyVisit, table: KeySchema): Target | undefined {
  const { document, context, runner } = visit;
  const names = table.path === '' ? [] : table.path.replaceAll('[]', '').split('.');
  if (names[0] !== 'runners') {
    return withTable(document.model.root, names, document.syntax.sections[0], [], context.schema.root, visit);
  }
  const own = runner && ownSection(runner);
  const schema = context.schema.byPath('runners[]');
  if (!runner || !own || !schema) return undefined;
  return withTable(runner, names.slice(1), own, ['runners'], schema, visit);
}

function withTable(
  start: TableNode,
  names: readonly string[],
  startSection: Target extends infer _ ? import('../toml/syntax').Section | undefined : never,
  prefix: readonly string[],
  schema: KeySchema,
  visit: KeyVisit,
): Target | undefined {
  let table = start;
  let key: KeySchema | undefined = schema;
  for (const name of names) {
    key = key?.children.get(name);
    const next: TableNode | undefined = memberTable(table, name, visit);
    if (!next) {
      // Only one new header is written; an array of tables would get a new, nearly empty element.
      if (!startSection || key?.kind !== 'table') return undefined;
      return { below: startSection, header: [...prefix, ...names], array: false };
    }
    table = next;
  }
  const section = ownSection(table);
  if (section) return { section };
  return startSection && names.length > 0 ? undefined : startSection && { section: startSection };
}

function memberTable(table: TableNode, name: string, visit: KeyVisit): TableNode | undefined {
  for (const member of table.members.values()) {
    if (member.name.toLowerCase() !== name.toLowerCase()) continue;
    const { node } = member;
    if (node.type === 'table') return node;
    // Of several elements the right one cannot be known.
    if (node.type === 'array-of-tables' && node.elements.length === 1) return node.elements[0];
    return node.type === 'array-of-tables' && node.elements.includes(visit.table) ? visit.table : undefined;
  }
  return undefined;
}

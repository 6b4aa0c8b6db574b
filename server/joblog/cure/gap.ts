/** Where in a configuration a cure belongs, and what stands there now. */
import { memberOf } from '../../meaning/members';
import { elementsOf } from '../../meaning/runners';
import type { TableVisit } from '../../meaning/visit';
import type { Span } from '../../text/span';
import { type Member, nameInHeader, type TableNode } from '../../toml/model';
import type { Edit } from '../types';
import { keyOf, namesBelow } from './edit-changes';
import { currentValue, memberAt } from './written';

/** What only the user knows: `<bucket>`. */
const BLANK = /<[^<>]*>/;

/** The key that an edit gives another value, or the header of the nearest table around what is missing. */
export function placeOf(edit: Edit, from: TableVisit): Span {
  let table: TableNode | undefined = from.table;
  let place: Span = headerOf(table) ?? { start: 0, end: 0 };
  for (const name of namesOf(edit)) {
    const member: Member | undefined = table && memberOf(table, name);
    if (!member) break;
    table = elementsOf(member.node).at(-1);
    place = (table && headerOf(table)) ?? member.key;
  }
  return { start: place.start, end: place.end };
}

/**
 * What the file says where an edit leaves something to the user, as JSON: whether that was done tells only that it says something else.
 * Undefined where the edit says all by itself.
 */
export function heldOf(edit: Edit, from: TableVisit): string | undefined {
  const { table, key = '', value, entries } = edit;
  if (!BLANK.test(JSON.stringify([key, value, entries]))) return undefined;
  const isNew = entries !== undefined || BLANK.test(key);
  const { schema } = from.context;
  const row = isNew ? schema.byPath(table) : keyOf(edit, schema);
  const names = isNew ? namesBelow(table) : namesOf(edit);
  return row && JSON.stringify(currentValue(memberAt(from.table, names), row) ?? null);
}

const namesOf = ({ table, key }: Edit) => [...namesBelow(table), ...(key === undefined ? [] : [key])];

function headerOf(table: TableNode): Span | undefined {
  return table.sections[0]?.header ?? table.inline ?? nameInHeader(table);
}

/** How tables, and keys of other tables, are called in messages and titles. */
import type { KeySchema } from '../schema/types';
import { type Message, message } from '../text/message';

/** How a table is written as a header: `runners[].docker.services[]` is `[[runners.docker.services]]`. */
export function headerOf(table: KeySchema): string {
  const name = table.path.replaceAll('[]', '');
  return table.kind === 'array-of-tables' ? `[[${name}]]` : `[${name}]`;
}

/** A table as messages take it: its header, or `top` for the top of the file. */
export function tableName(table: KeySchema | undefined): string {
  return table && table.path !== '' ? headerOf(table) : 'top';
}

/** A key with its table: "`image` in `[runners.docker]`". */
export function keyInTable({ name, parent }: KeySchema): Message {
  return message('word.key-in', { key: name, table: tableName(parent) });
}

/** A key or table as it is called where another table is at hand, whose own keys need no more than their names. */
export function nameFrom(table: KeySchema, key: KeySchema): Message {
  if (key.kind === 'array-of-tables' || key.kind === 'table') return message('code', { text: headerOf(key) });
  return key.parent === table ? message('code', { text: key.name }) : keyInTable(key);
}

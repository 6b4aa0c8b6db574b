/** How tables are called in messages and titles. */
import type { KeySchema } from '../schema/types';

/** How a table is written as a header: `runners[].docker.services[]` is `[[runners.docker.services]]`. */
export function headerOf(table: KeySchema): string {
  const name = table.path.replaceAll('[]', '');
  return table.kind === 'array-of-tables' ? `[[${name}]]` : `[${name}]`;
}

/** Where a key stands or belongs: "in `[runners.docker]`", "at the top of the file". */
export function inTable(table: KeySchema): string {
  return table.path === '' ? 'at the top of the file' : `in \`${headerOf(table)}\``;
}

/** What a key is one of: "key of `[runners.docker]`", "global key". */
export function keyOf(table: KeySchema): string {
  return table.path === '' ? 'global key' : `key of \`${headerOf(table)}\``;
}

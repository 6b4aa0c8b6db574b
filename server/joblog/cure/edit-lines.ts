/** Edits of a cure as lines of TOML: the header of their table, and the keys below it. */
import { type Message, message } from '../../text/message';
import { keyText, valueText } from '../../toml/write';
import type { Edit, EditValue } from '../types';
import { type Way, waysOf } from './ways';

/** A value as it is written. */
export const tomlOf = (value: EditValue) => valueText(value);

/** A table as its header is written; the keys of the whole file stand in none. */
export function headerOf(table: string): string {
  if (table === '') return '(root)';
  const names = table.replaceAll('[]', '');
  return table.endsWith('[]') ? `[[${names}]]` : `[${names}]`;
}

/** The lines of the ways to the same end; one that is another's stands behind a line that says so. */
export function wayLines(edits: readonly Edit[], say: (said: Message) => string): string[] {
  let before: Way | undefined;
  return waysOf(edits).flatMap((way) => {
    const isOther = before !== undefined && before.family === way.family;
    before = way;
    return [...(isOther ? [say(message('cli.explain.or'))] : linesOfFamily(way, say)), ...editLines(way.edits, say)];
  });
}

/** The line that says for which executor a way is, where there are some for others. */
export function linesOfFamily({ family }: Way, say: (said: Message) => string): string[] {
  return family === undefined ? [] : [say(message('cli.explain.with', { executor: family }))];
}

/** The lines of edits that are made together. */
export function editLines(edits: readonly Edit[], say: (said: Message) => string): string[] {
  let before: Edit | undefined;
  return edits.flatMap((edit) => {
    const header = before?.table === edit.table && !edit.entries ? [] : headerLines(edit);
    before = edit;
    return [...header, ...linesOfEdit(edit, say)];
  });
}

const headerLines = ({ table }: Edit) => (table === '' ? [] : [headerOf(table)]);

function linesOfEdit({ key = '', op, value, entries }: Edit, say: (said: Message) => string): string[] {
  if (entries) return Object.entries(entries).map(([name, each]) => `${keyText(name)} = ${tomlOf(each)}`);
  const written = value === undefined ? '' : tomlOf(value);
  if (op === 'append') return [say(message('cli.explain.append', { key, value: written }))];
  if (op === 'remove') {
    return [say(message('cli.explain.remove', { key, value: written, has: written ? 'yes' : 'other' }))];
  }
  return [`${keyText(key)} = ${written}`];
}

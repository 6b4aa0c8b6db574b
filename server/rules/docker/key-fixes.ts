/** The fixes that one key of a table takes. Of a key that the file's runner does not know there is none. */
import type { Json } from '../../meaning/change';
import { replacements } from '../../meaning/change';
import type { Fix } from '../../meaning/finding';
import type { Located } from '../../meaning/table-view';
import type { TableVisit } from '../../meaning/visit';
import { message } from '../../text/message';
import type { Span } from '../../text/span';
import { valueText } from '../../toml/write';

/** Gives a key of the table a value. */
export function setting(visit: TableVisit, name: string, json: Json, preferred = false): Fix[] {
  const key = visit.schema.children.get(name);
  if (!key) return [];
  const title = message('fix.set', { text: `${name} = ${JSON.stringify(json)}` });
  return [{ title, changes: [{ op: 'set', from: visit, key, value: { json } }], preferred }];
}

/** Adds a text to the list of a key of the table. */
export function appending(visit: TableVisit, name: string, text: string, preferred = false): Fix[] {
  const key = visit.schema.children.get(name);
  if (!key) return [];
  const title = message('fix.append', { text: valueText(text), key: name });
  return [{ title, changes: [{ op: 'append', from: visit, key, value: { json: text } }], preferred }];
}

/** Takes the line of a key away. */
export function removal({ table }: Pick<TableVisit, 'table'>, { member }: Located<unknown>, preferred = false): Fix[] {
  if (!member.pair) return [];
  const title = message('fix.remove', { name: member.name });
  return [{ title, changes: [{ op: 'remove', part: member.pair, of: table.inline }], preferred }];
}

/** Puts another text in place of one. */
export function changeTo({ start, end }: Span, text: string, preferred = false): Fix {
  const newText = valueText(text);
  return {
    title: message('fix.change-to', { text: newText }),
    changes: replacements([{ start, end, newText }]),
    preferred,
  };
}

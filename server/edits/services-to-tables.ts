/** `services = ["mysql"]` becomes `[[runners.docker.services]]` tables behind the pairs of its table. */

import { type Change, replacements } from '../meaning/change';
import type { Fix } from '../meaning/finding';
import type { KeyVisit } from '../meaning/visit';
import type { KeySchema } from '../schema/types';
import { message } from '../text/message';
import { beginsBetween } from '../text/search';
import type { StringValue } from '../toml/syntax';
import { offered } from './changes';
import { headerLine } from './headers';
import { commentsAbove, standsAlone, wholeLines } from './text-lines';

/** The fixes for a list of tables with a `name` that was written as a list of names, or as one name. */
export function servicesToTables(visit: KeyVisit): Fix[] {
  const { member, document, path, key } = visit;
  const { node } = member;
  if (node.type !== 'value' || !key) return [];
  const items = node.value.type === 'array' ? node.value.items : [node.value];
  const names = items.filter(
    (item): item is StringValue => item.type === 'string' && !item.style.startsWith('multiline'),
  );
  if (names.length === 0 || names.length < items.length) return [];
  const raw = (name: StringValue) => document.text.slice(name.start, name.end);
  const single = node.value.type === 'string';
  const inline: Fix = {
    title: message('fix.change-to.inline-tables'),
    changes: replacements(
      names.map((name) => {
        const table = `{ name = ${raw(name)} }`;
        return { start: name.start, end: name.end, newText: single ? `[${table}]` : table };
      }),
    ),
  };
  const blocks = tableBlocks(visit, key, names.map(raw));
  const title = message('fix.change-to.tables', { header: headerLine([...path, key.name], true) });
  const [preferred, ...others] = [...offered(document, [{ title, changes: blocks }]), inline];
  return [{ ...preferred, preferred: true, safe: true }, ...others];
}

/** Empty where the pair shares its lines, or a comment in or behind the list would be lost. */
function tableBlocks(visit: KeyVisit, key: KeySchema, names: readonly string[]): Change[] {
  const { document, member } = visit;
  const { pair } = member;
  if (!pair || !standsAlone(document, pair)) return [];
  const whole = wholeLines(document, pair);
  if (beginsBetween(document.syntax.comments, pair.start, whole.end)) return [];
  const above = commentsAbove(document, pair);
  const tables = names.map((name, index): Change => {
    const entries = [{ key: 'name', value: { toml: name } }];
    return { op: 'add-table', from: visit, table: key, entries, comments: index === 0 ? above : [] };
  });
  return [{ op: 'remove', part: pair, comments: true }, ...tables];
}

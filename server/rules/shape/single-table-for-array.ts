/** `[x]` where the runner reads a list of tables, `[[x]]`: it does not start with such a file. */

import { offered } from '../../edits/changes';
import { headerLine } from '../../edits/headers';
import type { Fix } from '../../meaning/finding';
import { isReplacedByArray } from '../../meaning/replaced';
import { headerOf } from '../../meaning/table-names';
import type { KeyVisit } from '../../meaning/visit';
import { type Message, message } from '../../text/message';
import { isImplied, type Member, nameInHeader, type TableNode } from '../../toml/model';
import type { Header, InlineTableValue } from '../../toml/syntax';
import type { Rule } from '../rule';

export const singleTableForArray: Rule<'key'> = {
  code: 'single-table-for-array',
  scope: 'key',
  concerns: (key) => key?.kind === 'array-of-tables',
  check(visit, report) {
    const { key, member } = visit;
    if (key?.kind !== 'array-of-tables') return;
    for (const table of tablesOf(member)) {
      if (!isSingle(table) || isReplacedByArray(visit)) continue;
      const place = nameInHeader(table) ?? member.key;
      report({
        start: place.start,
        end: place.end,
        message: message('single-table-for-array', {
          key: [...visit.path, member.name].join('.'),
          header: headerOf(key),
        }),
        link: key.docs,
        fixes: () => fixes(visit, table),
      });
    }
  },
};

/** The tables that a name stands for, but not those in the brackets of an array. */
function tablesOf({ node }: Member): readonly TableNode[] {
  if (node.type === 'table') return [node];
  return node.type === 'array-of-tables' ? node.elements : node.tables.filter(({ sections }) => sections.length > 0);
}

function isSingle(table: TableNode): boolean {
  const header = table.sections[0]?.header;
  // A bracket that is missing was reported as such.
  if (header) return !header.array && header.closed;
  // What only longer headers imply (`[runners.docker]` without `[[runners]]`) has a rule of its own.
  return !isImplied(table);
}

function fixes({ document, member, key }: KeyVisit, table: TableNode): Fix[] {
  const { inline } = table;
  if (member.pair && inline) return [brackets(message('fix.list-of-table'), inline)];
  const header = table.sections[0]?.header;
  // Below a table of it that comes first, two brackets would begin another entry.
  const isSecond = tablesOf(member)[0] === table && nameInHeader(table) !== member.key;
  if (!header || isSecond || !key) return [];
  // Beside the tables of the list it would be one more, with nothing in it.
  if (table.members.size === 0 && tablesOf(member).length > 1) {
    const title = message('fix.remove.empty-table', {
      header: headerLine(
        header.key.segments.map(({ name }) => name),
        false,
      ),
    });
    return offered(document, [{ title, changes: [{ op: 'remove', part: header }], preferred: true, safe: true }]);
  }
  return [brackets(message('fix.change-to', { text: headerOf(key) }), header)];
}

function brackets(title: Message, of: Header | InlineTableValue): Fix {
  return { title, changes: [{ op: 'brackets', of, array: true }], preferred: true, safe: true };
}

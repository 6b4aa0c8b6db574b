/** `[x]` where the runner reads a list of tables, `[[x]]`: it does not start with such a file. */
import type { KeyVisit, Rule } from '../check/rule';
import { headerOf } from '../check/table-names';
import { changeBrackets } from '../edits/headers';
import type { Fix } from '../finding';
import type { Node, TableNode } from '../toml/model';

export const singleTableForArray: Rule = {
  code: 'single-table-for-array',
  key(visit, report) {
    const { key, member, document } = visit;
    if (key?.kind !== 'array-of-tables' || member.node.type !== 'table') return;
    // What only longer headers imply (`[runners.docker]` without `[[runners]]`) has a rule of its own.
    if (isImplied(member.node)) return;
    // A bracket that is missing was reported as such.
    if (member.node.sections.some(({ header }) => header?.closed === false)) return;
    // A later `[[x]]` was already refused by the syntax: one cause, one error.
    if (document.syntaxProblems.some((problem) => problem.related?.start === member.key.start)) return;
    report({
      code: 'single-table-for-array',
      severity: 'error',
      start: member.key.start,
      end: member.key.end,
      message: `\`${visit.path.concat(member.name).join('.')}\` is a list of tables: write \`${headerOf(key)}\` with two brackets. The runner does not start with one.`,
      link: key.docs,
      fixes: () => fixes(visit, member.node as TableNode),
    });
  },
};

/** Whether a table has neither a header nor braces nor keys of its own. */
export function isImplied(table: Node): boolean {
  if (table.type !== 'table' || table.sections.length > 0 || table.inline) return false;
  return [...table.members.values()].every((member) => !member.pair);
}

function fixes(visit: KeyVisit, table: TableNode): Fix[] {
  const { document, member, key } = visit;
  const { pair } = member;
  if (pair && table.inline) {
    return [
      {
        title: 'Put the table into a list',
        edits: [
          { start: table.inline.start, end: table.inline.start, newText: '[' },
          { start: table.inline.end, end: table.inline.end, newText: ']' },
        ],
        preferred: true,
        safe: true,
      },
    ];
  }
  const edits = table.sections.flatMap((section) =>
    section.header ? changeBrackets(section.header, true, document.text) : [],
  );
  if (edits.length === 0 || !key) return [];
  return [{ title: `Change to \`${headerOf(key)}\``, edits, preferred: true, safe: true }];
}

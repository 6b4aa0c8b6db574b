/**
 * `[runners.docker]` with no `[[runners]]` before it. The runner refuses the file with a message about slices that names
 * neither the line nor the cure (verdicts: as_fragment). The same holds for every list of tables that a longer header only implies.
 */
import type { Rule } from '../check/rule';
import { headerOf } from '../check/table-names';
import { headerLine } from '../edits/headers';
import { headerAround } from '../edits/target-table';
import { indentationAt, insertLines, withLeadingComments } from '../edits/text-lines';
import { isImplied, type Node } from '../toml/model';

export const missingRunnersHeader: Rule = {
  code: 'missing-runners-header',
  key({ key, member, document, path }, report) {
    if (key?.kind !== 'array-of-tables' || !beginsImplied(member.node)) return;
    const header = headerAround(document, member.key.start)?.header;
    const name = headerOf(key);
    report({
      code: 'missing-runners-header',
      severity: 'error',
      start: header?.key.start ?? member.key.start,
      end: header?.key.end ?? member.key.end,
      message: `A \`${name}\` line must come first: this table belongs to one of its entries. The runner does not start without it.`,
      link: key.docs,
      fixes: () => {
        if (!header) return [];
        const at = withLeadingComments(document, header).start;
        const line = headerLine([...path, member.name], true);
        const indentation = path.length === 0 ? '' : indentationAt(document, header.start);
        return [
          {
            title: `Insert \`${line}\``,
            edits: [insertLines(document, at, [indentation + line])],
            preferred: true,
            // With a `[[runners]]` further down there would be two of them.
            safe: !document.syntaxProblems.some(({ related }) => related?.start === member.key.start),
          },
        ];
      },
    });
  },
};

/** Whether the first that leads to a list of tables is a table of one of its entries. */
function beginsImplied(node: Node): boolean {
  const first = node.type === 'array-of-tables' ? node.elements[0] : node;
  return first?.type === 'table' && isImplied(first);
}

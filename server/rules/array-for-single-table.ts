/** `[[x]]` where the runner reads one table, `[x]`: it does not start; for a map it starts and ignores the lot. */
import { headerOf } from '../check/names';
import type { Rule } from '../check/rule';
import { changeBrackets } from '../edits/headers';

export const arrayForSingleTable: Rule = {
  code: 'array-for-single-table',
  key({ key, member, document, path }, report) {
    if (!key || (key.kind !== 'table' && key.kind !== 'map') || member.node.type !== 'array-of-tables') return;
    const { elements } = member.node;
    const name = [...path, member.name].join('.');
    report({
      code: 'array-for-single-table',
      severity: key.kind === 'map' ? 'warning' : 'error',
      start: member.key.start,
      end: member.key.end,
      message:
        key.kind === 'map'
          ? `\`${name}\` is one table: write \`[${name}]\` with single brackets. The runner ignores it with two.`
          : `\`${name}\` is one table: write \`${headerOf(key)}\` with single brackets. The runner does not start with two.`,
      link: key.docs,
      fixes: () => {
        const header = elements.length === 1 ? elements[0]?.sections[0]?.header : undefined;
        const edits = header ? changeBrackets(header, false, document.text) : [];
        return edits.length > 0 ? [{ title: `Change to \`[${name}]\``, edits, preferred: true, safe: true }] : [];
      },
    });
  },
};

/**
 * More than one `[[runners]]` in a registration template of the chart or the operator: `register` refuses it with "configuration
 * template must contain exactly one [[runners]] entry" (checks.json, template-one-runner; commands/register.go). Where the
 * template has branches or loops, what is left when they are rendered is not known.
 */
import { draft } from '../../text/draft';
import type { Rule } from '../rule';

export const severalRunners: Rule = {
  code: 'several-runners',
  key({ document, key, member: { node }, path }, report) {
    const { role, owner } = document.traits;
    if (role !== 'template' || owner === 'runner') return;
    if (path.length > 0 || key?.path !== 'runners[]' || node.type !== 'array-of-tables') return;
    if (document.templates.some(({ kind }) => kind === 'control')) return;
    const header = node.elements[1]?.sections[0]?.header;
    if (!header) return;
    report({
      code: 'several-runners',
      severity: 'warning',
      start: header.start,
      end: header.end,
      message: draft(
        'Of a registration template the runner takes exactly one `[[runners]]`, and refuses to register with more. Keep one, and give each other runner a release or a Runner of its own.',
      ),
      link: key.docs,
    });
  },
};

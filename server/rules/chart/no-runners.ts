/**
 * Global keys alone in a registration template of the chart or the operator: `register` refuses it as it does one with two runners
 * (commands/register.go: exactly one `[[runners]]`). Where a key is unknown, what was meant to be the table is a finding of its own;
 * where the text is a template, it may write the table.
 */
import { offered } from '../../edits/changes';
import type { Fix } from '../../meaning/finding';
import { headerOf } from '../../meaning/table-names';
import type { TableVisit } from '../../meaning/visit';
import type { KeySchema } from '../../schema/types';
import { message } from '../../text/message';
import type { Rule } from '../rule';

export const noRunners: Rule<'file'> = {
  code: 'no-runners',
  scope: 'file',
  check(file, report) {
    const { traits, context } = file;
    if (traits.role !== 'template' || traits.owner === 'runner' || file.runners.length > 0) return;
    // Asked for last: it is parsed for who asks.
    const { globals } = file;
    if (!globals || globals.document.isTemplate) return;
    const members = [...globals.table.members.values()];
    const [first] = members;
    if (!first || members.some(({ name }) => !isGlobal(context.schema.find(globals.schema, name)?.schema.path))) return;
    const runners = context.schema.byPath('runners[]');
    report({
      start: first.key.start,
      end: first.key.end,
      message: message('no-runners'),
      link: runners?.docs,
      fixes: () => (runners ? insertion(globals, runners) : []),
    });
  },
};

/** A runner as the chart and the operator have it; what it is for nobody knows. */
function insertion(globals: TableVisit, runners: KeySchema): Fix[] {
  const entries = [{ key: 'executor', value: { json: 'kubernetes' } }];
  return offered(globals.document, [
    {
      title: message('fix.insert', { text: headerOf(runners) }),
      changes: [{ op: 'add-table', from: globals, table: runners, entries }],
    },
  ]);
}

function isGlobal(path: string | undefined): boolean {
  return path !== undefined && path !== 'runners[]';
}

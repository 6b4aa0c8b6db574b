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
import { fileRule } from '../rule';

export const noRunners = fileRule({
  code: 'no-runners',
  reads: ['root', 'firstKey'],
  check(file, report) {
    const { traits, context } = file;
    if (traits.role !== 'template' || traits.owner === 'runner' || file.settings.length > 0) return;
    // Asked for last: it is parsed for who asks.
    const { root } = file;
    const first = file.place('firstKey');
    if (!root || !first || root.document.isTemplate) return;
    const members = [...root.table.members.values()];
    if (members.some(({ name }) => !isGlobal(context.schema.find(root.schema, name)?.schema.path))) return;
    const runners = context.schema.byPath('runners[]');
    report({
      ...first,
      message: message('no-runners'),
      link: runners?.docs,
      fixes: () => (runners ? insertion(root, runners) : []),
    });
  },
});

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

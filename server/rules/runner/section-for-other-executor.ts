/**
 * A table that the executor never reads, with something in it. The old `register` wrote empty tables of all executors; nobody
 * takes those for anything.
 */
import { tableView } from '../../meaning/table-view';
import type { KeySchema } from '../../schema/types';
import { message } from '../../text/message';
import type { TableNode } from '../../toml/model';
import type { Value } from '../../toml/syntax';
import type { Rule } from '../rule';

export const sectionForOtherExecutor: Rule<'runner'> = {
  code: 'section-for-other-executor',
  scope: 'runner',
  check({ runner, schema, context }, report) {
    const executor = tableView(runner).string('executor');
    const known = context.schema.enumeration('executor')?.values;
    if (!executor || !known?.includes(executor.value)) return;
    for (const member of runner.members.values()) {
      const key = context.schema.find(schema, member.name)?.schema;
      if (key?.kind !== 'table' || member.node.type !== 'table' || isRead(key, executor.value)) continue;
      if (!holdsSomething(member.node)) continue;
      report({
        start: member.key.start,
        end: member.key.end,
        message: message('section-for-other-executor', {
          table: `[runners.${key.name}]`,
          executor: executor.value,
        }),
        link: key.docs,
        tags: ['unnecessary'],
        related: [{ ...executor.span, message: message('section-for-other-executor.executor') }],
      });
    }
  },
};

function isRead({ executors }: KeySchema, executor: string): boolean {
  return executors.length === 0 || executors.includes(executor);
}

/** Whether a key of a table, or of one below it, has a value that says something. */
function holdsSomething(table: TableNode): boolean {
  for (const { node } of table.members.values()) {
    if (node.type === 'table' && holdsSomething(node)) return true;
    if (node.type === 'array-of-tables') return true;
    if (node.type === 'value' && !isNothing(node.value)) return true;
  }
  return false;
}

/** What the old `register` wrote of a key that nobody set: an empty text or list, zero or false. */
function isNothing(value: Value): boolean {
  if (value.type === 'array') return value.items.every(isNothing);
  if (value.type === 'inline-table') return value.pairs.every((pair) => isNothing(pair.value));
  return value.type === 'invalid' || !value.value;
}

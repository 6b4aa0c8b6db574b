/**
 * The table of the runner's executor without a key that it cannot do without: each job fails (executors/custom/custom.go,
 * virtualbox/virtualbox.go, parallels/parallels.go), or none is taken (executors/internal/autoscaler/provider.go). Tables of other
 * executors are empty in many files: the old `register` wrote them.
 */
import { tableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import type { Rule } from '../rule';
import { placeOfTable } from '../table-place';
import { tablesOf } from './executor-tables';
import { isWhole } from './whole';

export const executorWithoutKey: Rule<'runner'> = {
  code: 'executor-without-key',
  scope: 'runner',
  check(visit, report) {
    const { runner, context } = visit;
    const view = tableView(runner);
    const executor = view.string('executor')?.value;
    for (const [name, keys] of Object.entries((executor && tablesOf(executor)) ?? {})) {
      const table = view.table(name);
      if (!table || !executor) continue;
      for (const key of keys) {
        const there = table.string(key);
        // A value of another type has a finding of its own.
        if (there?.value || (table.has(key) && !there)) continue;
        const place = there?.span ?? (isWhole(visit) ? placeOfTable(table.node) : undefined);
        if (!place) continue;
        report({
          ...place,
          message: message('executor-without-key', { key, executor, table: `[runners.${name}]` }),
          link: context.schema.byPath(`runners[].${name}.${key}`)?.docs,
        });
      }
    }
  },
};

/** No job at a time: the runner ends as soon as it starts (commands/multi.go, updateWorkers: "no jobs will be processed"). */
import { replacements } from '../../meaning/change';
import { runnerTables } from '../../meaning/runners';
import { tableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import type { TableNode } from '../../toml/model';
import type { Rule } from '../rule';

export const concurrentZero: Rule<'key'> = {
  code: 'concurrent-zero',
  scope: 'key',
  on: ['concurrent'],
  check({ key, member, document, context }, report) {
    const value = member.node.type === 'value' ? member.node.value : undefined;
    if (!key || value?.type !== 'integer' || value.value >= 1) return;
    const { start, end } = value;
    report({
      ...(isToBeRegistered(runnerTables(document, context)) && { severity: 'hint' }),
      start,
      end,
      message: message('concurrent-zero', { value: value.value }),
      link: key.docs,
      fixes: () => [
        {
          title: message('fix.change-to', { text: '1' }),
          changes: replacements([{ start, end, newText: '1' }]),
          preferred: true,
        },
      ],
    });
  },
};

/** Runners that have all but their tokens are templates: `register` adds those, and drops the number. */
function isToBeRegistered(runners: readonly TableNode[]): boolean {
  return (
    runners.length > 0 &&
    runners.every((runner) => {
      const view = tableView(runner);
      return !view.has('token') && ['url', 'executor'].every((name) => Boolean(view.string(name)?.value));
    })
  );
}

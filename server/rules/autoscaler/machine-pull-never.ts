/** Images that are never pulled, on machines that come up without any: each job on a new one fails (docs/executors/docker.md, "never"). */
import { tableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import type { Rule } from '../rule';

export const machinePullNever: Rule<'runner'> = {
  code: 'machine-pull-never',
  scope: 'runner',
  check({ runner, context }, report) {
    const view = tableView(runner);
    if (view.string('executor')?.value !== 'docker+machine' || !view.table('machine')) return;
    const docker = view.table('docker');
    const list = docker?.list('pull_policy')?.value;
    const policy = list ? (list.length === 1 ? list[0] : undefined) : docker?.string('pull_policy');
    if (policy?.value !== 'never') return;
    const { start, end } = policy.span;
    report({
      start,
      end,
      message: message('machine-pull-never'),
      link: context.schema.byPath('runners[].docker.pull_policy')?.docs,
      fixes: () => [
        {
          title: message('fix.change-to', { text: '"if-not-present"' }),
          changes: [{ op: 'replace', span: { start, end }, text: '"if-not-present"' }],
          preferred: true,
        },
      ],
    });
  },
};

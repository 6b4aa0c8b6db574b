/**
 * A directory that all builds of an instance share, where more than one build may be on an instance: the runner says in each job that
 * it has no effect (executors/instance/instance.go, Prepare).
 */

import type { Fix } from '../../meaning/finding';
import { tableView } from '../../meaning/table-view';
import type { RunnerVisit } from '../../meaning/visit';
import { message } from '../../text/message';
import type { Rule } from '../rule';

export const useCommonBuildDir: Rule<'runner'> = {
  code: 'use-common-build-dir',
  scope: 'runner',
  check(visit, report) {
    const { runner, context } = visit;
    const view = tableView(runner);
    const used = view.table('instance')?.flag('use_common_build_dir');
    const autoscaler = view.table('autoscaler');
    if (!used?.value || !autoscaler || view.string('executor')?.value !== 'instance') return;
    const isolated = autoscaler.table('vm_isolation')?.flag('enabled')?.value;
    if (isolated || autoscaler.number('max_use_count')?.value === 1) return;
    const { start, end } = used.member.key;
    report({
      start,
      end,
      message: message('use-common-build-dir'),
      link: context.schema.byPath('runners[].instance.use_common_build_dir')?.docs,
      fixes: () => oneUse(visit),
    });
  },
};

/** One job for each instance. */
function oneUse(visit: RunnerVisit): Fix[] {
  const key = visit.context.schema.byPath('runners[].autoscaler.max_use_count');
  if (!key) return [];
  const title = message('fix.set', { text: 'max_use_count = 1' });
  return [{ title, changes: [{ op: 'set', from: visit, key, value: { json: 1 } }] }];
}

/** A patch of the pod from the file and from another one: the runner does not choose, each job fails (errPatchAmbiguous in common/config.go). */
import { tableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import type { Rule } from '../rule';
import { gravityOfPatch } from './pod-patch';

export const k8sPatchBoth: Rule<'table'> = {
  code: 'k8s-patch-both',
  scope: 'table',
  on: ['runners[].kubernetes.pod_spec[]'],
  check(visit, report) {
    const table = tableView(visit.table);
    const patch = table.string('patch');
    const path = table.string('patch_path');
    if (!patch?.value || !path?.value) return;
    const { start, end } = path.member.key;
    report({
      start,
      end,
      severity: gravityOfPatch(visit),
      message: message('k8s-patch-both'),
      link: visit.context.schema.byPath('runners[].kubernetes.pod_spec[].patch_path')?.docs,
      fixes: () =>
        [path, patch].flatMap(({ member }) =>
          member.pair
            ? [
                {
                  title: message('fix.remove', { name: member.name }),
                  changes: [{ op: 'remove' as const, part: member.pair }],
                },
              ]
            : [],
        ),
    });
  },
};

/**
 * Patches of pods without the flag that they need: the runner skips them without a word (executors/kubernetes/kubernetes.go,
 * setupBuildPod). A job may set the flag for itself.
 */
import { memberOf } from '../../meaning/members';
import { message } from '../../text/message';
import { absenceRule } from './kubernetes-rule';
import { flagChange, flagOn } from './runner-flags';

const FLAG = 'FF_USE_ADVANCED_POD_SPEC_CONFIGURATION';

export const k8sPodSpecFlag = absenceRule('k8s-pod-spec-flag', ({ visit, table, runner, docs }, report) => {
  const patches = table.tables('pod_spec').filter((patch) => patch.has('patch') || patch.has('patch_path'));
  const place = memberOf(visit.table, 'pod_spec')?.key;
  if (patches.length === 0 || !place || flagOn(runner, FLAG)) return;
  const { start, end } = place;
  report({
    start,
    end,
    message: message('k8s-pod-spec-flag', { flag: FLAG }),
    link: docs('pod_spec[]'),
    fixes: () => [
      {
        title: message('fix.set-key', { key: FLAG, text: 'true' }),
        changes: flagChange(visit, FLAG, true),
        preferred: true,
      },
    ],
  });
});

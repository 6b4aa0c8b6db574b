/** Labels in the domain of the runner, which it does not set (executors/kubernetes/kubernetes.go, buildLabels). */
import { message } from '../../text/message';
import { kubernetesRule } from './kubernetes-rule';

/** `x.runner.gitlab.com/a`, whatever the case of its letters. */
const RESERVED = /(?:^|\.)runner\.gitlab\.com(?:\/|$)/i;

export const k8sPodLabelsReserved = kubernetesRule('k8s-pod-labels-reserved', ({ table, docs }, report) => {
  const labels = table.table('pod_labels');
  for (const { name, key, pair } of labels?.node.members.values() ?? []) {
    if (!RESERVED.test(name)) continue;
    report({
      start: key.start,
      end: key.end,
      message: message('k8s-pod-labels-reserved'),
      link: docs('pod_labels'),
      fixes: () =>
        pair
          ? [
              {
                title: message('fix.remove', { name }),
                changes: [{ op: 'remove', part: pair, of: labels?.node.inline }],
              },
            ]
          : [],
    });
  }
});

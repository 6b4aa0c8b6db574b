/** A context of kubectl's configuration, which is not read where `host` is set (executors/kubernetes/util.go, getKubeClientConfig). */
import { message } from '../../text/message';
import { keyOf, kubernetesRule } from './kubernetes-rule';

export const k8sContextWithHost = kubernetesRule('k8s-context-with-host', ({ visit, table, docs }, report) => {
  const context = table.string('context');
  const host = table.string('host');
  if (!host?.value || !context?.value) return;
  const { pair, name } = context.member;
  report({
    ...keyOf(context),
    message: message('k8s-context-with-host'),
    link: docs('context'),
    tags: ['unnecessary'],
    fixes: () =>
      pair
        ? [
            {
              title: message('fix.remove', { name }),
              changes: [{ op: 'remove', part: pair, of: visit.table.inline }],
            },
          ]
        : [],
  });
});

/**
 * A namespace for each job beside what belongs to one namespace: `namespace` is replaced by `ci-job-<id>`
 * (executors/kubernetes/kubernetes.go, checkDefaults), and a service account of another namespace is not there. Pause pods are
 * still started in `namespace`.
 */
import { message } from '../../text/message';
import { keyOf, kubernetesRule } from './kubernetes-rule';

export const k8sNamespacePerJob = kubernetesRule('k8s-namespace-per-job', ({ table, docs }, report) => {
  if (!table.flag('namespace_per_job')?.value) return;
  const namespace = table.string('namespace');
  if (namespace?.value && !table.has('autoscaler')) {
    report({
      ...keyOf(namespace),
      message: message('k8s-namespace-per-job'),
      link: docs('namespace_per_job'),
      tags: ['unnecessary'],
    });
  }
  const account = table.string('service_account');
  if (!account?.value || account.value === 'default') return;
  report({
    ...account.span,
    message: message('k8s-namespace-per-job.account', { account: account.value }),
    link: docs('service_account'),
  });
});

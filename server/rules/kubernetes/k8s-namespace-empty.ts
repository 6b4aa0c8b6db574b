/**
 * No namespace: the runner starts its pods in `default`, and says so in the log of each job (executors/kubernetes/kubernetes.go,
 * checkDefaults). Said of a whole runner alone: the chart sets it elsewhere.
 */
import { message } from '../../text/message';
import { setting } from '../docker/key-fixes';
import { isWhole } from '../runner/whole';
import { placeOfTable } from '../table-place';
import { hasUnknownName, kubernetesRule } from './kubernetes-rule';

const NAMESPACE = 'gitlab-runner';

export const k8sNamespaceEmpty = kubernetesRule('k8s-namespace-empty', ({ visit, table, runner, docs }, report) => {
  const namespace = table.string('namespace');
  if (runner.string('executor')?.value !== 'kubernetes') return;
  if (namespace ? namespace.value.trim() : table.has('namespace') || hasUnknownName(visit)) return;
  // A namespace for each job has a name of its own.
  if (table.flag('namespace_per_job')?.value || !isWhole(visit)) return;
  const place = namespace?.span ?? placeOfTable(table.node);
  if (!place) return;
  report({
    ...place,
    message: message('k8s-namespace-empty'),
    link: docs('namespace'),
    fixes: () => setting(visit, 'namespace', NAMESPACE),
  });
});

/**
 * A variable of the job where the runner puts none in: paths of nodes and of NFS servers, and names of volumes but those of claims
 * (executors/kubernetes/kubernetes.go, getVolumesForConfig). Only `CI_` variables are of jobs for sure.
 */
import { message } from '../../text/message';
import { kubernetesRule } from './kubernetes-rule';
import { volumesOf } from './volumes';

const OF_JOB = /\$\{?CI_[A-Z0-9_]+/;

export const k8sUnexpandedVariable = kubernetesRule('k8s-unexpanded-variable', ({ visit, table, docs }, report) => {
  if (visit.document.isTemplate) return;
  for (const { kind, name, table: volume } of volumesOf(table)) {
    const path = kind === 'host_path' ? volume.string('host_path') : kind === 'nfs' ? volume.string('path') : undefined;
    if (path && OF_JOB.test(path.value)) {
      report({
        ...path.span,
        message: message('k8s-unexpanded-variable.path'),
        link: docs(`volumes.${kind}[].${path.member.name}`),
      });
    }
    if (name && kind !== 'pvc' && OF_JOB.test(name.value)) {
      report({
        ...name.span,
        severity: 'error',
        message: message('k8s-unexpanded-variable.name'),
        link: docs(`volumes.${kind}[].name`),
      });
    }
  }
});

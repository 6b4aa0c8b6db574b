/**
 * Mounts that are to reach the node from containers without privileges: all containers get all volumes, and Kubernetes refuses the
 * pod ("Bidirectional mount propagation is available only to privileged containers").
 */
import { message } from '../../text/message';
import { containerFlag } from './containers';
import { kubernetesRule } from './kubernetes-rule';
import { volumesOf } from './volumes';

export const k8sMountPropagation = kubernetesRule('k8s-mount-propagation', ({ table, docs }, report) => {
  const isPrivileged = (['build', 'helper'] as const).every(
    (container) => containerFlag(table, container, 'privileged')?.value,
  );
  if (isPrivileged) return;
  for (const { kind, table: volume } of volumesOf(table)) {
    const propagation = volume.string('mount_propagation');
    if (propagation?.value !== 'Bidirectional') continue;
    report({
      ...propagation.span,
      message: message('k8s-mount-propagation'),
      link: docs(`volumes.${kind}[].mount_propagation`),
    });
  }
});

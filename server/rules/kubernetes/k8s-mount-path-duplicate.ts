/** Two volumes mounted at one path: Kubernetes refuses the pod ("must be unique"). */
import { message } from '../../text/message';
import { kubernetesRule } from './kubernetes-rule';
import { type Volume, volumesOf } from './volumes';

export const k8sMountPathDuplicate = kubernetesRule('k8s-mount-path-duplicate', ({ table, docs }, report) => {
  const mounted = new Map<string, Volume>();
  for (const volume of volumesOf(table)) {
    const path = volume.mountPath;
    if (!path?.value) continue;
    const before = mounted.get(path.value);
    if (!before?.mountPath) {
      mounted.set(path.value, volume);
      continue;
    }
    report({
      ...path.span,
      message: message('k8s-mount-path-duplicate', { path: path.value }),
      link: docs(`volumes.${volume.kind}[].mount_path`),
      related: [{ ...before.mountPath.span, message: message('defined-here') }],
    });
  }
});

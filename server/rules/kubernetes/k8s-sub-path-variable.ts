/**
 * A part of a volume that is named by a directory of the job: it begins with a `/` once it is put in, and Kubernetes refuses the pod
 * ("subPath: must be a relative path"). On Windows it begins with a drive.
 */
import { message } from '../../text/message';
import { kubernetesRule } from './kubernetes-rule';
import { isOnWindows, volumesOf } from './volumes';

const DIRECTORY = /^\$(?:CI_(?:PROJECT|BUILDS)_DIR(?!\w)|\{CI_(?:PROJECT|BUILDS)_DIR\})/;

export const k8sSubPathVariable = kubernetesRule('k8s-sub-path-variable', ({ visit, table, docs }, report) => {
  if (visit.source.isTemplate || isOnWindows(table)) return;
  for (const { kind, table: volume } of volumesOf(table)) {
    const path = volume.string('sub_path');
    const variable = path && DIRECTORY.exec(path.value)?.[0];
    if (!path || variable === undefined) continue;
    report({
      ...path.span,
      message: message('k8s-sub-path-variable', { variable }),
      link: docs(`volumes.${kind}[].sub_path`),
    });
  }
});

/**
 * A volume at the directory of the builds that nobody can write to: the runner then mounts none of its own there
 * (executors/kubernetes/kubernetes.go, isDefaultBuildsDirVolumeRequired), and no job gets its sources. Secrets and config maps
 * are always read-only.
 */
import { message } from '../../text/message';
import { kubernetesRule } from './kubernetes-rule';
import { buildsRoot, volumesOf } from './volumes';

export const k8sHideBuilds = kubernetesRule('k8s-hide-builds', ({ table, runner, docs }, report) => {
  const root = buildsRoot(runner);
  for (const { kind, mountPath, table: volume } of volumesOf(table)) {
    if (!mountPath || root === undefined || mountPath.value !== root) continue;
    const isReadOnly = kind === 'secret' || kind === 'config_map' || volume.flag('read_only')?.value;
    if (!isReadOnly) continue;
    report({
      ...mountPath.span,
      message: message('k8s-hide-builds', { path: root }),
      link: docs(`volumes.${kind}[].mount_path`),
    });
  }
});

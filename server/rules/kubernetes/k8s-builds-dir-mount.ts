/**
 * A volume at `$CI_BUILDS_DIR`: the runner compares paths with its directory of builds before it puts variables in, so it mounts its
 * own volume there as well (executors/kubernetes/kubernetes.go, isDefaultBuildsDirVolumeRequired), and Kubernetes refuses the pod
 * ("mountPath: must be unique").
 */
import { replacements } from '../../meaning/change';
import type { Fix } from '../../meaning/finding';
import type { Located, TableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import { valueText } from '../../toml/write';
import { kubernetesRule } from './kubernetes-rule';
import { flagOn } from './runner-flags';
import { buildsRoot, isOnWindows, volumesOf } from './volumes';

const BUILDS = /^\$(?:CI_BUILDS_DIR|\{CI_BUILDS_DIR\})$/;

export const k8sBuildsDirMount = kubernetesRule('k8s-builds-dir-mount', ({ visit, table, runner, docs }, report) => {
  if (visit.document.isTemplate || flagOn(runner, 'FF_CONCRETE')) return;
  for (const { kind, mountPath } of volumesOf(table)) {
    if (!mountPath || !BUILDS.test(mountPath.value)) continue;
    report({
      ...mountPath.span,
      message: message('k8s-builds-dir-mount', { path: mountPath.value }),
      link: docs(`volumes.${kind}[].mount_path`),
      fixes: () => (isOnWindows(table) ? [] : rootInstead(runner, mountPath)),
    });
  }
});

/** The directory itself, which the runner knows again: it then leaves its own volume out. */
function rootInstead(runner: TableView, { span }: Located<string>): Fix[] {
  const root = buildsRoot(runner);
  if (root === undefined) return [];
  const text = valueText(root);
  const changes = replacements([{ ...span, newText: text }]);
  return [{ title: message('fix.change-to', { text }), changes, preferred: true }];
}

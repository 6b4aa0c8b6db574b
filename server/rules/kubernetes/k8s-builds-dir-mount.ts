/**
 * A volume at `$CI_BUILDS_DIR`: the runner compares paths with its directory of builds before it puts variables in, so it mounts its
 * own volume there as well (executors/kubernetes/kubernetes.go, isDefaultBuildsDirVolumeRequired), and Kubernetes refuses the pod
 * ("mountPath: must be unique"). Another spelling of the directory, `/builds/`, it does not know either, and mounts its own volume over it.
 */
import { replacements } from '../../meaning/change';
import type { Fix } from '../../meaning/finding';
import type { Located, TableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import { valueText } from '../../toml/write';
import { cleanedPath } from '../../values/docker-volume-linux';
import { kubernetesRule } from './kubernetes-rule';
import { flagOn } from './runner-flags';
import { buildsRoot, isOnWindows, volumesOf } from './volumes';

const BUILDS = /^\$(?:CI_BUILDS_DIR|\{CI_BUILDS_DIR\})$/;

export const k8sBuildsDirMount = kubernetesRule('k8s-builds-dir-mount', ({ visit, table, runner, docs }, report) => {
  if (visit.source.isTemplate || flagOn(runner, 'FF_CONCRETE')) return;
  const root = buildsRoot(runner);
  for (const { kind, mountPath } of volumesOf(table)) {
    if (!mountPath) continue;
    const isOtherSpelling = isSpelledOtherwise(mountPath.value, root);
    if (!isOtherSpelling && !BUILDS.test(mountPath.value)) continue;
    report({
      ...mountPath.span,
      ...(isOtherSpelling && { severity: 'warning' }),
      message: message(isOtherSpelling ? 'k8s-builds-dir-mount.spelling' : 'k8s-builds-dir-mount', {
        path: mountPath.value,
        root: root ?? '',
      }),
      link: docs(`volumes.${kind}[].mount_path`),
      fixes: () => (isOnWindows(table) ? [] : rootInstead(runner, mountPath)),
    });
  }
});

/** Whether a path is the directory of builds, and the runner does not see it: it compares the texts. */
function isSpelledOtherwise(path: string, root: string | undefined): boolean {
  if (root === undefined || path === root || path.length > LONGEST) return false;
  return path.startsWith('/') && cleanedPath(path) === cleanedPath(root);
}

/** Linux takes no longer ones. */
const LONGEST = 4096;

/** The directory itself, which the runner knows again: it then leaves its own volume out. */
function rootInstead(runner: TableView, { span }: Located<string>): Fix[] {
  const root = buildsRoot(runner);
  if (root === undefined) return [];
  const text = valueText(root);
  const changes = replacements([{ ...span, newText: text }]);
  return [{ title: message('fix.change-to', { text }), changes, preferred: true }];
}

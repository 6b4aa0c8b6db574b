/**
 * Suspended environments with something of the user's where the runner mounts what it keeps (executors/kubernetes/suspend.go,
 * guardSuspendReservedMountPaths).
 */
import { message } from '../../text/message';
import { suspendRule } from './suspend';
import { buildsRoot, volumesOf } from './volumes';

const RESERVED = ['/gl_persist', '/runner-overlay-init'];

export const k8sSuspendMount = suspendRule('k8s-suspend-mount', ({ visit, table, runner, docs }, report) => {
  const directory = runner.string('builds_dir');
  if (directory && RESERVED.includes(directory.value)) {
    report({
      ...directory.span,
      message: message('k8s-suspend-mount', { path: directory.value }),
      link: visit.context.schema.byPath('runners[].builds_dir')?.docs,
    });
  }
  const root = buildsRoot(runner);
  for (const { kind, mountPath } of volumesOf(table)) {
    const path = mountPath?.value;
    if (!mountPath || path === undefined || !(path === root || RESERVED.includes(path))) continue;
    report({
      ...mountPath.span,
      message: message('k8s-suspend-mount', { path }),
      link: docs(`volumes.${kind}[].mount_path`),
    });
  }
});

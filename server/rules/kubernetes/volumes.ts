/** The volumes of a runner. */
import type { Located, TableView } from '../../meaning/table-view';
import { flagOn } from './runner-flags';

/** The lists that volumes stand in. */
const KINDS = ['host_path', 'secret', 'pvc', 'config_map', 'empty_dir', 'csi', 'nfs'] as const;

export interface Volume {
  readonly kind: (typeof KINDS)[number];
  readonly table: TableView;
  readonly name: Located<string> | undefined;
  readonly mountPath: Located<string> | undefined;
}

/** The volumes of all kinds, in the order of the text. */
export function volumesOf(kubernetes: TableView): readonly Volume[] {
  const lists = kubernetes.table('volumes');
  if (!lists) return [];
  const volumes = KINDS.flatMap((kind) =>
    lists.tables(kind).map((table) => ({
      kind,
      table,
      name: table.string('name'),
      mountPath: table.string('mount_path'),
    })),
  );
  return volumes.sort((one, other) => startOf(one) - startOf(other));
}

function startOf({ name, mountPath }: Volume): number {
  return (name ?? mountPath)?.span.start ?? 0;
}

/** The directory that builds are in, where jobs on Linux run; undefined where only the job knows. */
export function buildsRoot(runner: TableView): string | undefined {
  const directory = runner.string('builds_dir')?.value || '/builds';
  return directory.includes('$') ? undefined : directory;
}

/** What the runner calls its own volumes. A job may turn the flags on, too; then these are free. */
export function runnerVolumes(runner: TableView, volumes: readonly Volume[]): string[] {
  if (flagOn(runner, 'FF_CONCRETE')) return [];
  const root = buildsRoot(runner);
  const hasBuilds = root === undefined || volumes.some(({ mountPath }) => mountPath?.value === root);
  const isLegacy = flagOn(runner, 'FF_USE_LEGACY_KUBERNETES_EXECUTION_STRATEGY') !== undefined;
  return [...(hasBuilds ? [] : ['repo']), ...(isLegacy ? [] : ['scripts', 'logs'])];
}

/** Whether jobs run on Windows, as the selector of nodes says it. */
export function isOnWindows(kubernetes: TableView): boolean {
  return kubernetes.table('node_selector')?.string('kubernetes.io/os')?.value === 'windows';
}

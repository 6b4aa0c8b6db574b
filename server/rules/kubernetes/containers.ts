/** What containers of a pod are allowed: the keys of their own table, and else those of `[runners.kubernetes]` or of the pod. */
import type { Located, TableView } from '../../meaning/table-view';

/** The containers that have a security context of their own. */
export const CONTAINERS = ['build', 'helper', 'service', 'init_permissions'] as const;

export type Container = (typeof CONTAINERS)[number];

/** The table of a container's security context. */
export function securityContext(kubernetes: TableView, container: Container): TableView | undefined {
  return kubernetes.table(`${container}_container_security_context`);
}

/** A switch of a container: its own, else that of all containers (common/config.go, GetContainerSecurityContext). */
export function containerFlag(
  kubernetes: TableView,
  container: Container,
  name: 'privileged' | 'allow_privilege_escalation',
): Located<boolean> | undefined {
  return securityContext(kubernetes, container)?.flag(name) ?? kubernetes.flag(name);
}

/** As whom a container runs, and whether it must not be root: its own keys, else the pod's. */
export function userOf(kubernetes: TableView, container: Container) {
  const own = securityContext(kubernetes, container);
  const pod = kubernetes.table('pod_security_context');
  return {
    user: own?.number('run_as_user') ?? pod?.number('run_as_user'),
    nonRoot: own?.flag('run_as_non_root') ?? pod?.flag('run_as_non_root'),
  };
}

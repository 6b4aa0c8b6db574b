/**
 * Settings of a container that exclude each other: one with all privileges that must not get more, which Kubernetes refuses
 * ("cannot set `allowPrivilegeEscalation` to false and `privileged` to true", or "`capabilities.Add` CAP_SYS_ADMIN", which it knows in
 * this spelling alone), and one that must not run as root, and does ("container's runAsUser breaks non-root policy").
 */

import type { Located, TableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import { removal } from '../docker/key-fixes';
import { CONTAINERS, type Container, containerFlag, securityContext, userOf } from './containers';
import { kubernetesRule } from './kubernetes-rule';

export const k8sSecurityContext = kubernetesRule('k8s-security-context', ({ table, docs }, report) => {
  const said = new Set<number>();
  const once = ({ span }: Located<unknown>) => !said.has(span.start) && said.add(span.start);
  for (const container of CONTAINERS) {
    const privileged = containerFlag(table, container, 'privileged');
    const escalation = containerFlag(table, container, 'allow_privilege_escalation');
    if (privileged?.value && escalation?.value === false && once(escalation)) {
      report({
        ...escalation.span,
        message: message('k8s-security-context.escalation'),
        link: docs('allow_privilege_escalation'),
        related: [{ ...privileged.span, message: message('k8s-security-context.privileged') }],
        fixes: () => removal({ table: homeOf(table, container).node }, escalation),
      });
    }
    const admin = escalation?.value === false && !privileged?.value ? adminOf(table, container) : undefined;
    if (escalation && admin && once(escalation)) {
      report({
        ...escalation.span,
        message: message('k8s-security-context.admin'),
        link: docs('allow_privilege_escalation'),
        related: [{ ...admin.span, message: message('k8s-security-context.capability') }],
        fixes: () => removal({ table: homeOf(table, container).node }, escalation),
      });
    }
    const { user, nonRoot } = userOf(table, container);
    if (user?.value === 0 && nonRoot?.value && once(user)) {
      report({
        ...user.span,
        message: message('k8s-security-context.root'),
        link: docs('pod_security_context.run_as_user'),
        related: [{ ...nonRoot.span, message: message('k8s-security-context.non-root') }],
      });
    }
  }
});

/** The table that a container has its `allow_privilege_escalation` of. */
function homeOf(table: TableView, container: Container): TableView {
  const own = securityContext(table, container);
  return own?.flag('allow_privilege_escalation') ? own : table;
}

/** Where a container gets the capability of administrators: in its own list, which counts instead of that of all containers. */
function adminOf(table: TableView, container: Container): Located<string> | undefined {
  const own = securityContext(table, container)?.table('capabilities')?.list('add');
  const added = own && own.value.length > 0 ? own : table.list('cap_add');
  return added?.value.find(({ value }) => value === 'CAP_SYS_ADMIN');
}

/**
 * Settings of a container that exclude each other: one with all privileges that must not get more, which Kubernetes refuses
 * ("cannot set `allowPrivilegeEscalation` to false and `privileged` to true"), and one that must not run as root, and does
 * ("container's runAsUser breaks non-root policy").
 */
import type { Located } from '../../meaning/table-view';
import { message } from '../../text/message';
import { CONTAINERS, containerFlag, userOf } from './containers';
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

/** Suspended environments of a container that is not root (executors/kubernetes/suspend.go, guardSuspendSecurityContext). */
import { message } from '../../text/message';
import { userOf } from './containers';
import { suspendRule } from './suspend';

export const k8sSuspendNonroot = suspendRule('k8s-suspend-nonroot', ({ table, docs }, report) => {
  const { user, nonRoot } = userOf(table, 'build');
  const place = nonRoot?.value ? nonRoot : user && user.value > 0 ? user : undefined;
  if (!place) return;
  report({
    ...place.span,
    message: message('k8s-suspend-nonroot'),
    link: docs('build_container_security_context.run_as_user'),
  });
});

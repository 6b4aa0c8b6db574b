/** A hook of containers that does nothing: Kubernetes refuses the pod ("must specify a handler type"). */
import { memberOf } from '../../meaning/members';
import { message } from '../../text/message';
import { absenceRule } from './kubernetes-rule';

const HOOKS = ['post_start', 'pre_stop'];
const HANDLERS = ['exec', 'http_get', 'tcp_socket'];

export const k8sLifecycleHandler = absenceRule('k8s-lifecycle-handler', ({ table, docs }, report) => {
  const lifecycle = table.table('container_lifecycle');
  for (const name of HOOKS) {
    const hook = lifecycle?.table(name);
    const place = lifecycle && memberOf(lifecycle.node, name)?.key;
    if (!hook || !place || HANDLERS.some((handler) => hook.has(handler))) continue;
    const { start, end } = place;
    report({ start, end, message: message('k8s-lifecycle-handler'), link: docs(`container_lifecycle.${name}`) });
  }
});

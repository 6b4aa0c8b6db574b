/** Suspended environments without the capability that they need (executors/kubernetes/suspend.go, guardSuspendCapabilityDrop). */
import { message } from '../../text/message';
import { containerFlag, securityContext } from './containers';
import { suspendRule } from './suspend';

export const k8sSuspendCapDrop = suspendRule('k8s-suspend-cap-drop', ({ table, docs }, report) => {
  if (containerFlag(table, 'build', 'privileged')?.value) return;
  const own = securityContext(table, 'build')?.table('capabilities')?.list('drop');
  // The list of the container takes the place of the other one.
  const list = own && own.value.length > 0 ? own : table.list('cap_drop');
  for (const { value, span } of list?.value ?? []) {
    if (!/^(?:all|sys_admin)$/i.test(value)) continue;
    report({ ...span, message: message('k8s-suspend-cap-drop', { capability: value }), link: docs('cap_drop') });
  }
});

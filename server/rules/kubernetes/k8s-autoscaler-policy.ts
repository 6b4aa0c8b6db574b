/** Pause pods without a policy that says how many: none is started (executors/kubernetes/autoscaler/provider.go, ensureManager). */
import { memberOf } from '../../meaning/members';
import { message } from '../../text/message';
import { absenceRule } from './kubernetes-rule';

export const k8sAutoscalerPolicy = absenceRule('k8s-autoscaler-policy', ({ visit, table, docs }, report) => {
  const autoscaler = table.table('autoscaler');
  const place = memberOf(visit.table, 'autoscaler')?.key;
  if (!autoscaler || !place || autoscaler.node.members.size === 0) return;
  if (autoscaler.has('policy') && autoscaler.tables('policy').length > 0) return;
  const { start, end } = place;
  report({ start, end, message: message('k8s-autoscaler-policy'), link: docs('autoscaler.policy[]') });
});

/**
 * An API server without anything to log in with: the runner asks as nobody, who may do nothing (executors/kubernetes/util.go,
 * getOutClusterClientConfig). What listens without TLS is a proxy, such as that of kubectl, which logs in itself.
 */
import { message } from '../../text/message';
import { absenceRule } from './kubernetes-rule';

export const k8sHostAuth = absenceRule('k8s-host-auth', ({ table, docs }, report) => {
  const host = table.string('host');
  if (!host?.value || /^http:|@/i.test(host.value)) return;
  if (['bearer_token', 'cert_file', 'key_file'].some((name) => table.has(name))) return;
  if (table.flag('bearer_token_overwrite_allowed')?.value) return;
  report({ ...host.span, message: message('k8s-host-auth'), link: docs('bearer_token') });
});

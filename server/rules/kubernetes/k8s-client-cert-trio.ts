/** A client certificate without its key or the authority: each job fails (executors/kubernetes/util.go, getOutClusterClientConfig). */
import { allOf, message } from '../../text/message';
import { absenceRule } from './kubernetes-rule';

export const k8sClientCertTrio = absenceRule('k8s-client-cert-trio', ({ table, docs }, report) => {
  const certificate = table.string('cert_file');
  if (!table.string('host')?.value || !certificate?.value) return;
  const missing = ['key_file', 'ca_file'].filter((name) => !table.string(name)?.value);
  if (missing.length === 0) return;
  report({
    ...certificate.span,
    message: message('k8s-client-cert-trio', { keys: allOf(missing), count: missing.length }),
    link: docs('cert_file'),
  });
});

/** No policy for DNS and no servers either: Kubernetes refuses the pod ("must provide at least one DNS nameserver"). */
import { message } from '../../text/message';
import { absenceRule } from './kubernetes-rule';

export const k8sDnsNone = absenceRule('k8s-dns-none', ({ visit, table, docs }, report) => {
  const policy = table.string('dns_policy');
  const config = table.table('dns_config');
  const servers = config?.list('nameservers');
  // A value of another type has a finding of its own.
  const isGiven = servers ? servers.value.length > 0 : config?.has('nameservers');
  if (policy?.value !== 'none' || isGiven) return;
  const { pair } = policy.member;
  report({
    ...policy.span,
    message: message('k8s-dns-none'),
    link: docs('dns_config.nameservers'),
    fixes: () =>
      pair
        ? [
            {
              title: message('fix.remove', { name: policy.member.name }),
              changes: [{ op: 'remove', part: pair, of: visit.table.inline }],
            },
          ]
        : [],
  });
});

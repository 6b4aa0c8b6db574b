/**
 * Pods in the network of their node, by a patch, with another policy for DNS than the one for that: names in the cluster do not
 * resolve (Kubernetes: ClusterFirst counts as Default there).
 */

import type { Change } from '../../meaning/change';
import { message } from '../../text/message';
import { absenceRule, keyOf } from './kubernetes-rule';
import { patchWith } from './patches';

const HOST_NETWORK = /(?:^|[\s{,"'])hostNetwork["']?\s*:\s*true\b/;
const DNS_POLICY = /(?:^|[\s{,"'])dnsPolicy["']?\s*:/;
const POLICY = 'cluster-first-with-host-net';

export const k8sHostNetworkAliases = absenceRule(
  'k8s-host-network-aliases',
  ({ visit, table, runner, docs }, report) => {
    const patch = patchWith(table, runner, HOST_NETWORK);
    const policy = table.string('dns_policy')?.value || 'cluster-first';
    if (!patch || policy !== 'cluster-first' || patchWith(table, runner, DNS_POLICY)) return;
    const key = visit.schema.children.get('dns_policy');
    const changes: Change[] = key ? [{ op: 'set', from: visit, key, value: { json: POLICY } }] : [];
    report({
      ...keyOf(patch),
      message: message('k8s-host-network-aliases', { policy: POLICY }),
      link: docs('dns_policy'),
      fixes: () => [
        { title: message('fix.set-key', { key: 'dns_policy', text: `"${POLICY}"` }), changes, preferred: true },
      ],
    });
  },
);

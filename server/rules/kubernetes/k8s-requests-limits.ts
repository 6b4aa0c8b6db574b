/**
 * A request above its limit, a pod's request below what its containers request together, or a limit of a container above that of the
 * pod: Kubernetes refuses the pod ("must be less than or equal to", "greater than or equal to aggregate container requests").
 */
import { replacements } from '../../meaning/change';
import type { Fix } from '../../meaning/finding';
import type { Located, TableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import type { Span } from '../../text/span';
import { valueText } from '../../toml/write';
import { parseQuantity } from '../../values/k8s-quantity-text';
import type { Report } from '../rule';
import { type Kubernetes, kubernetesRule } from './kubernetes-rule';

const PREFIXES = ['', 'helper_', 'service_', 'pod_'];
const RESOURCES = ['cpu', 'memory', 'ephemeral_storage'];

/** What a difference has to be to be none of computing with fractions. */
const MARGIN = 1 + 1e-9;

interface Quantity extends Span {
  readonly key: string;
  readonly text: string;
  readonly amount: number;
}

export const k8sRequestsLimits = kubernetesRule('k8s-requests-limits', (kubernetes, report) => {
  for (const resource of RESOURCES) {
    for (const prefix of PREFIXES) compare(kubernetes, `${prefix}${resource}`, report);
    compareSum(kubernetes, resource, report);
    compareLimits(kubernetes, resource, report);
  }
});

function compare({ table, docs }: Kubernetes, name: string, report: Report): void {
  const request = quantityOf(table, `${name}_request`);
  const limit = request && quantityOf(table, `${name}_limit`);
  if (!request || !limit || request.amount <= limit.amount * MARGIN) return;
  report({
    start: request.start,
    end: request.end,
    message: message('k8s-requests-limits', { request: request.text, limit: limit.text, key: limit.key }),
    link: docs(request.key),
    related: [{ start: limit.start, end: limit.end, message: message('k8s-requests-limits.limit') }],
    fixes: () => [copy(request, limit), copy(limit, request)],
  });
}

/** Writes the text of one quantity in the place of another. */
function copy({ start, end, key }: Quantity, { text }: Quantity): Fix {
  const newText = valueText(text);
  return {
    title: message('fix.set-key', { key, text: newText }),
    changes: replacements([{ start, end, newText }]),
  };
}

/** The services of jobs are not known; without them the sum is smaller. */
function compareSum({ table, docs }: Kubernetes, resource: string, report: Report): void {
  const pod = quantityOf(table, `pod_${resource}_request`);
  if (!pod) return;
  const services = table.tables('services').length;
  const amounts = [
    quantityOf(table, `${resource}_request`)?.amount,
    quantityOf(table, `helper_${resource}_request`)?.amount,
    services * (quantityOf(table, `service_${resource}_request`)?.amount ?? 0),
  ];
  const sum = amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
  if (pod.amount * MARGIN >= sum) return;
  report({
    start: pod.start,
    end: pod.end,
    message: message('k8s-requests-limits.pod', { request: pod.text }),
    link: docs(pod.key),
  });
}

/** No container may have a limit above that of the pod. Services have theirs where there are services. */
function compareLimits({ table, docs }: Kubernetes, resource: string, report: Report): void {
  const pod = quantityOf(table, `pod_${resource}_limit`);
  if (!pod) return;
  const prefixes = table.tables('services').length > 0 ? ['', 'helper_', 'service_'] : ['', 'helper_'];
  for (const prefix of prefixes) {
    const limit = quantityOf(table, `${prefix}${resource}_limit`);
    if (!limit || limit.amount <= pod.amount * MARGIN) continue;
    report({
      start: limit.start,
      end: limit.end,
      message: message('k8s-requests-limits.above-pod', { limit: limit.text, key: pod.key, pod: pod.text }),
      link: docs(limit.key),
      related: [{ start: pod.start, end: pod.end, message: message('k8s-requests-limits.limit') }],
      fixes: () => [copy(limit, pod)],
    });
  }
}

/** One below zero is refused by itself, which is said of its value. */
function quantityOf(table: TableView, key: string): Quantity | undefined {
  const found: Located<string> | undefined = table.string(key);
  const amount = found && parseQuantity(found.value)?.value;
  return found && amount !== undefined && amount >= 0 ? { ...found.span, key, text: found.value, amount } : undefined;
}

/**
 * An empty list where one means to change a default: the runner copies its configuration through JSON before each job, and an empty list
 * is then none (common/config.go, DeepCopy). `cap_drop = []` still drops `NET_RAW`.
 */
import type { TableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import type { Report } from '../rule';
import { kubernetesRule } from './kubernetes-rule';

const OF_TABLE = ['cap_add', 'cap_drop', 'pull_policy', 'allowed_pull_policies'];
const CONTEXTS = ['build', 'helper', 'service', 'init_permissions'].map((name) => `${name}_container_security_context`);

export const k8sEmptyList = kubernetesRule('k8s-empty-list', ({ table, docs }, report) => {
  reportIn(table, OF_TABLE, docs, report);
  for (const context of CONTEXTS) {
    const capabilities = table.table(context)?.table('capabilities');
    if (!capabilities) continue;
    reportIn(capabilities, ['add', 'drop'], (name) => docs(`${context}.capabilities.${name}`), report);
  }
});

function reportIn(
  view: TableView,
  names: readonly string[],
  docs: (name: string) => string | undefined,
  report: Report,
): void {
  for (const name of names) {
    const list = view.list(name);
    const { node, pair } = list?.member ?? {};
    if (!list || node?.type !== 'value' || node.value.type !== 'array' || node.value.items.length > 0) continue;
    report({
      ...list.span,
      message: message('k8s-empty-list'),
      link: docs(name),
      tags: ['unnecessary'],
      fixes: () =>
        pair
          ? [
              {
                title: message('fix.remove', { name: list.member.name }),
                changes: [{ op: 'remove', part: pair, of: view.node.inline }],
                preferred: true,
              },
            ]
          : [],
    });
  }
}

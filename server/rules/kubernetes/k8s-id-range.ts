/** Numbers of users and groups that there are none of: Kubernetes refuses the pod ("must be between 0 and 2147483647, inclusive"). */
import { memberOf } from '../../meaning/members';
import type { TableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import type { Value } from '../../toml/syntax';
import { CONTAINERS } from './containers';
import { kubernetesRule } from './kubernetes-rule';

const CONTEXTS = ['pod_security_context', ...CONTAINERS.map((container) => `${container}_container_security_context`)];
const KEYS = ['run_as_user', 'run_as_group', 'fs_group', 'supplemental_groups'];
const HIGHEST = 2 ** 31 - 1;

export const k8sIdRange = kubernetesRule('k8s-id-range', ({ table, docs }, report) => {
  for (const name of CONTEXTS) {
    const context = table.table(name);
    if (!context) continue;
    for (const key of KEYS) {
      for (const { start, end, value } of numbersOf(context, key)) {
        if (value >= 0 && value <= HIGHEST) continue;
        report({
          start,
          end,
          message: message('k8s-id-range', { highest: String(HIGHEST) }),
          link: docs(`${name}.${key}`),
        });
      }
    }
  }
});

function numbersOf({ node }: TableView, name: string) {
  const found = memberOf(node, name)?.node;
  return found?.type === 'value' ? numbersIn(found.value) : [];
}

function numbersIn(value: Value) {
  const values = value.type === 'array' ? value.items : [value];
  return values.flatMap((each) =>
    each.type === 'integer' ? [{ start: each.start, end: each.end, value: each.value }] : [],
  );
}

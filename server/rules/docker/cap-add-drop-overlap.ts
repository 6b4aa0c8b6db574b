/**
 * A capability that is added and dropped. Kubernetes is sent the drop alone (docs/executors/kubernetes); Docker adds what is left after it
 * has dropped.
 */
import type { Located } from '../../meaning/table-view';
import { message } from '../../text/message';
import type { ArrayValue } from '../../toml/syntax';
import { docsOf, executorRule } from './docker-rule';

export const capAddDropOverlap = executorRule('cap-add-drop-overlap', ['docker', 'kubernetes'], (visit, report) => {
  const added = visit.view.list('cap_add');
  const dropped = visit.view.list('cap_drop');
  if (!added || !dropped) return;
  const isDocker = visit.schema.name === 'docker';
  const nameOf = isDocker ? normalized : same;
  const names = new Set(dropped.value.map(({ value }) => nameOf(value)));
  for (const item of added.value) {
    const name = nameOf(item.value);
    if (name === 'ALL' || !names.has(name)) continue;
    report({
      ...item.span,
      message: message('cap-add-drop-overlap', { name: item.value, executor: isDocker ? 'docker' : 'other' }),
      link: docsOf(visit, 'cap_drop'),
      fixes: () => without(added, item),
    });
  }
});

/** Docker reads a name in any case, with its prefix or without. */
function normalized(name: string): string {
  return name.toUpperCase().replace(/^CAP_/, '');
}

function same(name: string): string {
  return name;
}

function without({ member }: Located<unknown>, { span, value }: Located<string>) {
  const list = member.node.type === 'value' ? member.node.value : undefined;
  if (list?.type !== 'array') return [];
  const of: ArrayValue = list;
  return [{ title: message('fix.remove', { name: value }), changes: [{ op: 'remove', part: span, of } as const] }];
}

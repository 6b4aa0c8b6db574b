/**
 * Two volumes of one name: the runner sends both, and Kubernetes refuses the pod (executors/kubernetes/kubernetes.go, getVolumes).
 * Only claims may be mounted twice. The names of the runner's own volumes are taken.
 */
import { replacements } from '../../meaning/change';
import type { Fix } from '../../meaning/finding';
import type { Located } from '../../meaning/table-view';
import { type Message, message } from '../../text/message';
import { valueText } from '../../toml/write';
import { kubernetesRule } from './kubernetes-rule';
import { runnerVolumes, type Volume, volumesOf } from './volumes';

export const k8sVolumeNameDuplicate = kubernetesRule('k8s-volume-name-duplicate', (kubernetes, report) => {
  const { table, runner, docs } = kubernetes;
  const volumes = volumesOf(table);
  const taken = new Map<string, Volume | undefined>(
    runnerVolumes(runner, volumes).map((name) => [name, undefined] as const),
  );
  const names = new Set(volumes.map(({ name }) => name?.value));
  for (const volume of volumes) {
    const { name, kind } = volume;
    if (!name?.value) continue;
    const isTaken = taken.has(name.value);
    const before = taken.get(name.value);
    if (!isTaken) taken.set(name.value, volume);
    if (!isTaken || (before?.kind === 'pvc' && kind === 'pvc')) continue;
    report({
      ...name.span,
      message: messageOf(volume, before, name.value),
      link: docs(`volumes.${kind}[].name`),
      related: before?.name && [{ ...before.name.span, message: message('defined-here') }],
      fixes: () => rename(volume, name, names),
    });
  }
});

function messageOf({ kind }: Volume, before: Volume | undefined, name: string): Message {
  if (!before) return message('k8s-volume-name-duplicate.reserved', { name });
  return kind === 'secret' || kind === 'config_map' || kind === 'pvc'
    ? message('k8s-volume-name-duplicate.object', { name })
    : message('k8s-volume-name-duplicate', { name });
}

/** Another name for a volume whose name names nothing outside of the pod. */
function rename({ kind }: Volume, { value, span }: Located<string>, names: ReadonlySet<string | undefined>): Fix[] {
  if (kind === 'secret' || kind === 'config_map' || kind === 'pvc') return [];
  let number = 2;
  while (names.has(`${value}-${number}`)) number++;
  const text = valueText(`${value}-${number}`);
  const changes = replacements([{ ...span, newText: text }]);
  return [{ title: message('fix.change-to', { text }), changes, preferred: true }];
}

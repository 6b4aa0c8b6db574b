/**
 * A patch that puts its own list in the place of all volumes, those of the runner among them: its containers still mount them, and
 * Kubernetes refuses the pod ("volumeMounts[0].name: Not found"). A merge patch does so with each list, a JSON patch where it names
 * the list and no entry of it; the strategic one adds to it.
 */
import { spanInString } from '../../meaning/string-span';
import type { Located, TableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import type { Span } from '../../text/span';
import { readPodPatch } from '../../values/pod-patch';
import { kubernetesRule } from './kubernetes-rule';
import { flagOn } from './runner-flags';
import { runnerVolumes, volumesOf } from './volumes';

/** The whole list in a JSON patch, each operation in a line or in lines of its own. */
const WHOLE_LIST = /["']?path["']?\s*:\s*["']?(\/volumes)["']?(?=\s*(?:[,}#]|$))/m;

export const k8sPodSpecVolumes = kubernetesRule('k8s-pod-spec-volumes', ({ visit, table, runner, docs }, report) => {
  const patches = table.tables('pod_spec');
  if (visit.source.isTemplate || patches.length === 0) return;
  if (!flagOn(runner, 'FF_USE_ADVANCED_POD_SPEC_CONFIGURATION')) return;
  const lost = patches.flatMap((each) => listOf(each) ?? []);
  const [only, another] = lost;
  // What several patches make of a list takes more than their text to tell.
  if (!only || another || patches.some((each) => each !== only.of && mayBeAboutVolumes(each))) return;
  const names = runnerVolumes(runner, volumesOf(table)).filter((name) => !only.patch.value.includes(name));
  if (names.length === 0 || /containers/i.test(only.patch.value)) return;
  const { member, span } = only.patch;
  const value = member.node.type === 'value' ? member.node.value : undefined;
  report({
    ...(value?.type === 'string' ? spanInString(visit.source.text, value, only.span) : span),
    message: message('k8s-pod-spec-volumes', { name: names[0] ?? '' }),
    link: docs('pod_spec[]'),
  });
});

function mayBeAboutVolumes(patch: TableView): boolean {
  return patch.has('patch_path') || /volumes/i.test(patch.string('patch')?.value ?? '');
}

/** Where a patch replaces the whole list. */
function listOf(
  of: TableView,
): { readonly of: TableView; readonly patch: Located<string>; readonly span: Span }[] | undefined {
  const patch = of.string('patch');
  const type = of.string('patch_type')?.value;
  if (!patch) return undefined;
  if (type === 'merge') {
    const span = readPodPatch(patch.value).names.find(({ name }) => name === 'volumes');
    return span && [{ of, patch, span }];
  }
  const found = type === 'json' ? WHOLE_LIST.exec(patch.value) : null;
  if (!found) return undefined;
  const start = found.index + found[0].indexOf('/volumes');
  return [{ of, patch, span: { start, end: start + '/volumes'.length } }];
}

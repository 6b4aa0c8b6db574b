/**
 * A patch of a whole pod: it is applied to the specification alone, and what that has no field for vanishes without a word
 * (executors/kubernetes/kubernetes.go, applyPodSpecMerge).
 */
import { spanInString } from '../../meaning/string-span';
import { message } from '../../text/message';
import { kubernetesRule } from './kubernetes-rule';

/** A key of a whole pod, in YAML or JSON. */
const KEY = /^[{"'\s]*(apiVersion|kind|metadata|spec)["']?\s*:(?=\s|$)/;
/** Longer ones are not read: the first key stands at the beginning. */
const READ = 1000;

export const k8sPodSpecWrapper = kubernetesRule('k8s-pod-spec-wrapper', ({ visit, table, docs }, report) => {
  for (const entry of table.tables('pod_spec')) {
    const patch = entry.string('patch');
    const found = patch && firstKey(patch.value.slice(0, READ));
    const { node } = patch?.member ?? {};
    if (!found || node?.type !== 'value' || node.value.type !== 'string') continue;
    const { start, name } = found;
    const span = spanInString(visit.document.text, node.value, { start, end: start + name.length });
    report({ ...span, message: message('k8s-pod-spec-wrapper', { key: name }), link: docs('pod_spec[].patch') });
  }
});

/** The key of a pod in the first line that is not blank and no comment. */
function firstKey(patch: string): { readonly start: number; readonly name: string } | undefined {
  let start = 0;
  for (const line of patch.split('\n')) {
    if (!/^\s*(?:#|---\s*$|\{?\s*$)/.test(line)) {
      const found = KEY.exec(line);
      return found?.[1] ? { start: start + found[0].lastIndexOf(found[1]), name: found[1] } : undefined;
    }
    start += line.length + 1;
  }
  return undefined;
}

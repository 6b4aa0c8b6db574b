/** A patch of the pod that is indented with tabs: YAML takes none, and the runner cannot make JSON of it (PodSpecPatch in common/config.go). */
import { replacements } from '../../meaning/change';
import { spanInString } from '../../meaning/string-span';
import { message } from '../../text/message';
import type { Span, StringValue } from '../../toml/syntax';
import { readPodPatch } from '../../values/pod-patch';
import type { Rule } from '../rule';
import { gravityOfPatch, patchOf } from './pod-patch';

/** As wide as most people indent YAML. */
const WIDTH = 2;

export const k8sPodSpecTabs: Rule<'table'> = {
  code: 'k8s-pod-spec-tabs',
  scope: 'table',
  on: ['runners[].kubernetes.pod_spec[]'],
  check(visit, report) {
    const patch = patchOf(visit);
    const node = patch?.member.node;
    if (!patch?.value.includes('\t') || node?.type !== 'value' || node.value.type !== 'string') return;
    const { tabs } = readPodPatch(patch.value);
    const [first] = tabs;
    if (!first) return;
    const { value } = node;
    const placed = (part: Span) => spanInString(visit.source.text, value, part);
    report({
      ...placed(first),
      severity: gravityOfPatch(visit),
      message: message('k8s-pod-spec-tabs'),
      link: visit.context.schema.byPath('runners[].kubernetes.pod_spec[].patch')?.docs,
      fixes: () => {
        const edits = tabs.map((tab) => ({ ...placed(tab), newText: ' '.repeat(WIDTH * (tab.end - tab.start)) }));
        // Where the text does not stand one to one in the file, there is no place for each tab.
        const isSound = edits.every(({ start, end }) => start > value.start && end < value.end);
        return isSound
          ? [{ title: message('fix.pod-spec.tabs'), changes: replacements(edits), preferred: isAlike(value) }]
          : [];
      },
    });
  },
};

/** Whether no line mixes tabs and spaces, nor one has spaces where another has tabs: then levels stay what they were. */
function isAlike({ value }: StringValue): boolean {
  return !/^(?: +\t|\t+ )/m.test(value);
}

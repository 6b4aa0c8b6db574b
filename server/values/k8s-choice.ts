/** Values of Kubernetes of which there are a few, to the letter. The runner hands any on, and the API server refuses the pod. */
import type { GrammarName } from '../schema/types';
import { anyOf, message } from '../text/message';
import { type Grammar, shown, understood } from './grammar';

export const k8sMountPropagation = choice('k8s-mount-propagation', ['None', 'HostToContainer', 'Bidirectional'], {
  private: 'None',
  rslave: 'HostToContainer',
  rshared: 'Bidirectional',
});
export const k8sLabelOperator = choice('k8s-label-operator', ['In', 'NotIn', 'Exists', 'DoesNotExist']);
export const k8sNodeOperator = choice('k8s-node-operator', ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt']);

export const k8sScheme = choice('k8s-scheme', ['HTTP', 'HTTPS']);
/** A size of huge pages may stand behind their name. */
export const k8sMedium = choice(
  'k8s-medium',
  ['Memory', 'HugePages'],
  { ram: 'Memory', tmpfs: 'Memory' },
  /^HugePages-\S/,
);

/** `others`: what other programs call one of them; `more`: what else is taken. */
function choice(
  name: GrammarName,
  values: readonly string[],
  others: Readonly<Record<string, string>> = {},
  more?: RegExp,
): Grammar<string> {
  return {
    name,
    read(text) {
      if (text === '' || values.includes(text) || text.includes('$') || more?.test(text)) return understood(text);
      const said = message('invalid-value.k8s-choice', { value: shown(text), values: anyOf(values) });
      const wanted = plain(text);
      const repaired = values.find((value) => plain(value) === wanted) ?? others[wanted];
      return { problems: [{ start: 0, end: text.length, message: said, refused: false, fails: true, repaired }] };
    },
  };
}

function plain(text: string): string {
  return text.length > 40 ? text : text.toLowerCase().replace(/[^a-z]/g, '');
}

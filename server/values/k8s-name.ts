/**
 * Names of Kubernetes: labels of DNS (RFC 1123; volumes, namespaces), domains of several such labels (most other objects, host names),
 * and the keys and values of labels. The API server refuses the pod that has another one, and each job fails. Checked against
 * verdicts/values.json, grammars `k8s-volume-name`, `k8s-label-key` and `k8s-label-value`. None of these keys is expanded by the
 * runner but the name of a pvc.
 */
import type { GrammarName } from '../schema/types';
import { type Message, message } from '../text/message';
import { type Grammar, type GrammarProblem, shown, understood } from './grammar';

const LABEL = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const LABEL_VALUE = /^[A-Za-z0-9](?:[-\w.]*[A-Za-z0-9])?$/;
const LONGEST_LABEL = 63;
const LONGEST_DOMAIN = 253;

/** Whether a text is a label of DNS: `my-volume`. */
export function isDnsLabel(text: string): boolean {
  return text.length <= LONGEST_LABEL && LABEL.test(text);
}

/** Whether a text is a domain, each label of which may be long: `db.example.com`. */
export function isDnsDomain(text: string): boolean {
  return text.length <= LONGEST_DOMAIN && text.split('.').every((label) => LABEL.test(label));
}

/** Whether a text is the value of a label; the empty one is. */
export function isLabelValue(text: string): boolean {
  return text === '' || (text.length <= LONGEST_LABEL && LABEL_VALUE.test(text));
}

/** Whether a text is the key of a label: a name, with a domain and a `/` before it or not. */
export function isLabelKey(text: string): boolean {
  const slash = text.indexOf('/');
  const name = text.slice(slash + 1);
  return name !== '' && isLabelValue(name) && (slash < 0 || isDnsDomain(text.slice(0, slash)));
}

/** What a key names. */
type What =
  | 'volume'
  | 'namespace'
  | 'serviceAccount'
  | 'priorityClass'
  | 'runtimeClass'
  | 'storageClass'
  | 'pullSecret';

export const k8sVolumeName = name('k8s-volume-name', 'volume', isDnsLabel);
export const k8sNamespace = name('k8s-namespace', 'namespace', isDnsLabel);
export const k8sServiceAccount = name('k8s-service-account', 'serviceAccount', isDnsDomain);
export const k8sPriorityClass = name('k8s-priority-class', 'priorityClass', isDnsDomain);
export const k8sRuntimeClass = name('k8s-runtime-class', 'runtimeClass', isDnsDomain);
export const k8sStorageClass = name('k8s-storage-class', 'storageClass', isDnsDomain);
/** A secret of another name cannot be there: the pod does without, as with any that is missing. */
export const k8sPullSecret = name('k8s-pull-secret', 'pullSecret', isDnsDomain);

function name(grammar: GrammarName, what: What, isOne: (text: string) => boolean): Grammar<string> {
  const isLabel = isOne === isDnsLabel;
  return {
    name: grammar,
    read(text) {
      // An empty text is as if nothing was set, and where something must be, a missing key says so.
      if (text === '' || text.includes('$') || isOne(text)) return understood(text);
      const form = isLabel ? 'label' : 'domain';
      const said = message('invalid-value.k8s-name', { value: shown(text), what, form });
      return { problems: [nameProblem(text, said, what !== 'pullSecret', meantName(text, isOne))] };
    },
  };
}

/** A problem of a text as a whole, or of the characters in it that no name has. */
export function nameProblem(text: string, said: Message, fails: boolean, repaired?: string): GrammarProblem {
  const bad = /[^-a-z0-9.]+/.exec(text);
  const isInside = bad && bad.index > 0 && bad.index + bad[0].length < text.length;
  const span = isInside ? { start: bad.index, end: bad.index + bad[0].length } : { start: 0, end: text.length };
  return { ...span, message: said, refused: false, fails, repaired };
}

/** The name that a text was meant as: in lower case, with `-` for what no name has. */
export function meantName(text: string, isOne: (text: string) => boolean): string | undefined {
  if (text.length > LONGEST_DOMAIN) return undefined;
  const dots = isOne === isDnsLabel ? '-' : '.';
  const lower = text
    .trim()
    .toLowerCase()
    .replace(/[_\s]+/g, '-')
    .replaceAll('.', dots);
  const trimmed = lower.replace(/^[-.]+|[-.]+$/g, '');
  return trimmed !== text && isOne(trimmed) ? trimmed : undefined;
}

/** The keys and values of labels and annotations of Kubernetes, and the lists of keys in rules of affinity. See k8s-name.ts. */
import type { GrammarName } from '../schema/types';
import { message } from '../text/message';
import { type Grammar, shown, understood } from './grammar';
import { isLabelKey, isLabelValue } from './k8s-name';

/** The key of a label; of node selectors and affinity, too. */
export const k8sLabelKey = key('k8s-label-key', isLabelKey);
/** Of an annotation the API server looks at the key in lower case. */
export const k8sAnnotationKey = key('k8s-annotation-key', (text) => isLabelKey(text.toLowerCase()));

/** The value of a label that the runner hands on as it is; those of `pod_labels` it makes right itself. */
export const k8sLabelValue: Grammar<string> = {
  name: 'k8s-label-value',
  read(text) {
    if (isLabelValue(text) || text.includes('$')) return understood(text);
    const bad = /[^-\w.]+/.exec(text);
    const span = bad ? { start: bad.index, end: bad.index + bad[0].length } : { start: 0, end: text.length };
    const said = message('invalid-value.k8s-label-value', { value: shown(text) });
    const trimmed = text.trim();
    const repaired = trimmed !== text && isLabelValue(trimmed) ? trimmed : undefined;
    return { problems: [{ ...span, message: said, refused: false, fails: true, repaired }] };
  },
};

function key(name: GrammarName, isOne: (text: string) => boolean): Grammar<string> {
  return {
    name,
    read(text) {
      if (isOne(text) || text.includes('$')) return understood(text);
      const said = message('invalid-value.k8s-label-key', { value: shown(text), fault: faultOf(text) });
      return {
        problems: [
          { start: 0, end: text.length, message: said, refused: false, fails: true, repaired: meant(text, isOne) },
        ],
      };
    },
  };
}

function faultOf(text: string): 'prefix' | 'name' | 'pair' {
  if (/[=:]/.test(text)) return 'pair';
  const slash = text.indexOf('/');
  return slash >= 0 && isLabelKey(text.slice(slash + 1)) ? 'prefix' : 'name';
}

/** The key in lower case before the `/`, and without blanks around it. */
function meant(text: string, isOne: (text: string) => boolean): string | undefined {
  const trimmed = text.trim();
  const slash = trimmed.indexOf('/');
  const lower = trimmed.slice(0, slash + 1).toLowerCase() + trimmed.slice(slash + 1);
  return lower !== text && isOne(lower) ? lower : undefined;
}

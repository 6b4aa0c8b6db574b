/**
 * Capabilities of Linux in a pod. Kubernetes hands any text on, and the container runtime puts `CAP_` before it: one with the prefix, or one
 * that no kernel has, is not there, and most runtimes say nothing.
 */
import { message } from '../text/message';
import { isCapability, meantCapability } from './docker-capability';
import { type Grammar, shown, understood } from './grammar';

export const k8sCapability: Grammar<string> = {
  name: 'k8s-capability',
  read(text) {
    const hasPrefix = /^CAP_/i.test(text);
    if ((isCapability(text) && !hasPrefix) || text.includes('$')) return understood(text);
    const said = message('invalid-value.k8s-capability', {
      value: shown(text),
      fault: hasPrefix ? 'prefix' : 'unknown',
    });
    const span = { start: 0, end: hasPrefix && isCapability(text) ? 'CAP_'.length : text.length };
    return { problems: [{ ...span, message: said, refused: false, repaired: meantCapability(text) }] };
  },
};

/**
 * A user or a group that an image may name: a number in base 10. Others in the list are ignored with a warning
 * (common/config.go, IsUserAllowed).
 */
import { message } from '../text/message';
import { type Grammar, shown, understood } from './grammar';

export const k8sId: Grammar<string> = {
  name: 'k8s-id',
  read(text) {
    if (/^[+-]?\d+$/.test(text) || text.includes('$')) return understood(text);
    const trimmed = text.trim();
    const repaired = text === 'root' ? '0' : /^\d+$/.test(trimmed) ? trimmed : undefined;
    const said = message('invalid-value.k8s-id', { value: shown(text) });
    return { problems: [{ start: 0, end: text.length, message: said, refused: false, repaired }] };
  },
};

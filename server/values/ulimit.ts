/**
 * A limit of `[runners.docker.ulimit]`: `soft` or `soft:hard`, whole decimal numbers of 64 bits, -1 for none (GetUlimits in
 * common/config.go). A soft limit above the hard one the kernel refuses. Checked against verdicts/values.json, grammar `ulimit`, and
 * preview/functions-docker.json.
 */
import { message } from '../text/message';
import { failing, failingWhole, type Grammar, shown } from './grammar';

export const ulimit: Grammar = {
  name: 'ulimit',
  read(text) {
    const colon = text.indexOf(':');
    const soft = colon < 0 ? text : text.slice(0, colon);
    const hard = colon < 0 ? soft : text.slice(colon + 1);
    if (!isInt64(soft) || !isInt64(hard)) {
      return failingWhole(text, message('invalid-value.ulimit', { text: shown(text) }), meantLimits(text));
    }
    if (!isAbove(BigInt(soft), BigInt(hard))) return { problems: [] };
    const whole = { start: 0, end: text.length };
    return { problems: [failing(whole, message('invalid-value.ulimit.order', { soft, hard }), `${hard}:${soft}`)] };
  },
};

function isInt64(text: string): boolean {
  if (!/^[+-]?\d{1,40}$/.test(text)) return false;
  const number = BigInt(text.replace('+', ''));
  return number >= -(2n ** 63n) && number < 2n ** 63n;
}

/** Whether a soft limit is above a hard one; the kernel takes a negative number for the largest there is. */
function isAbove(soft: bigint, hard: bigint): boolean {
  return BigInt.asUintN(64, soft) > BigInt.asUintN(64, hard);
}

/** The limits as the runner reads them: without blanks and without the name, and `unlimited` as a number. */
function meantLimits(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const limits = text
    .replace(/^\s*[a-z]+\s*=/i, '')
    .split(/[:/]/)
    .map((limit) => limit.trim().replace(/^(?:unlimited|infinity)$/i, '-1'));
  return limits.length <= 2 && limits.every(isInt64) ? limits.join(':') : undefined;
}

const LONGEST = 60;

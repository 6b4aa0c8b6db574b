/**
 * Numbers of processors as Docker's keys take them: what Go's big.Rat reads, `0.5`, `1/2` or `1e-1` (computeNanoCPUs in
 * common/config.go), and Docker takes where it is not negative. Checked against verdicts/values.json, grammar `cpu-string`, and
 * preview/functions-docker.json, `cpus`.
 */
import { message } from '../text/message';
import { failingWhole, type Grammar, shown, understood } from './grammar';

export const rational: Grammar<number> = {
  name: 'rational',
  read(text) {
    // An empty text is no limit.
    if (text === '') return { problems: [] };
    const amount = text.length <= LONGEST ? parseRational(text) : undefined;
    if (amount === undefined) {
      return failingWhole(text, message('invalid-value.cpus', { text: shown(text) }), meantAmount(text));
    }
    return amount < 0
      ? failingWhole(text, message('invalid-value.cpus.negative', { text: shown(text) }))
      : understood(amount);
  },
};

/** Nobody writes a number of processors with more characters. */
const LONGEST = 400;

const digits = '\\d+(?:_\\d+)*';
const decimal = new RegExp(`^[+-]?(?:${digits}(?:\\.(?:${digits})?)?|\\.${digits})(?:[eEpP][+-]?\\d+)?$`);
const prefixed = /^[+-]?0(?:[xX][\dA-Fa-f_.]+|[bB][01_.]+|[oO][0-7_.]+)(?:[pP][+-]?\d+)?$/;
const whole = /^[+-]?(?:\d+(?:_\d+)*|0[xX][\dA-Fa-f_]+|0[bB][01_]+|0[oO][0-7_]+)$/;

/** The number that a text stands for, or undefined when Go does not read it. */
function parseRational(text: string): number | undefined {
  const slash = text.indexOf('/');
  if (slash >= 0) {
    const [dividend, divisor] = [text.slice(0, slash), text.slice(slash + 1)];
    if (!whole.test(dividend) || !whole.test(divisor) || /^[+-]/.test(divisor)) return undefined;
    const by = numberOf(divisor);
    return by === 0 ? undefined : numberOf(dividend) / by;
  }
  if (decimal.test(text)) return numberOf(text);
  return prefixed.test(text) ? numberOf(text) : undefined;
}

function numberOf(text: string): number {
  const [, sign = '', number = '', power, exponent = '0'] =
    /^([+-]?)(.*?)(?:([pP])([+-]?\d+))?$/.exec(text.replaceAll('_', '')) ?? [];
  const amount = Number(number) || hexadecimal(number);
  return (sign === '-' ? -1 : 1) * amount * (power ? 2 ** Number(exponent) : 1);
}

/** A number with a prefix and, maybe, a point. */
function hexadecimal(text: string): number {
  const [, letter = '', before = '', after = ''] = /^0([xbo])([\da-f]*)\.?([\da-f]*)$/i.exec(text) ?? [];
  const base = { x: 16, o: 8, b: 2 }[letter.toLowerCase()];
  return base === undefined ? 0 : Number.parseInt(`${before}${after}`, base) / base ** after.length || 0;
}

/** The number as Docker's keys take it: millicores of Kubernetes, a comma, or the name of the unit. */
function meantAmount(text: string): string | undefined {
  const match = /^\s{0,9}(\d{1,9})(?:[.,](\d{1,9}))?\s{0,9}(m|cpus?|cores?|vcpus?)?\s{0,9}$/i.exec(text);
  if (!match) return undefined;
  const [, before = '', after, unit = ''] = match;
  const amount = after === undefined ? before : `${before}.${after}`;
  return unit.toLowerCase() === 'm' ? String(Number(amount) / 1000) : amount;
}

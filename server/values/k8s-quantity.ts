/** Quantities of Kubernetes (`128Mi`, `500m`). Checked against verdicts/values.json, grammar `k8s-quantity`. */
import type { Grammar } from './grammar';

const binary = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const decimal: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
};

/** Only read so far: what is wrong with a text is not said. What the number counts, cores or bytes, is the key's unit. */
export const k8sQuantity: Grammar<number> = {
  name: 'k8s-quantity',
  read: (text) => ({ value: parseQuantity(text), problems: [] }),
};

/** The number that a quantity stands for, or undefined when Kubernetes does not read it. */
function parseQuantity(text: string): number | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(Ki|Mi|Gi|Ti|Pi|Ei|[numkMGTPE]?|[eE][+-]?\d+)$/.exec(text);
  if (!match || text === '') return undefined;
  const [, sign, whole = '', fraction = '', suffix = ''] = match;
  // A suffix alone is read as zero.
  const number = Number(`${whole || '0'}.${fraction || '0'}`);
  const power = binary.indexOf(suffix);
  const exponent = /^[eE]([+-]?\d+)$/.exec(suffix);
  const factor = power >= 0 ? 1024 ** (power + 1) : exponent ? 10 ** Number(exponent[1]) : decimal[suffix];
  return factor === undefined ? undefined : (sign === '-' ? -1 : 1) * number * factor;
}

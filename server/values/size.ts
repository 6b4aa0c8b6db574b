/**
 * Sizes: Kubernetes quantities (`128Mi`, `500m`) and Docker's memory texts (`128m`, `1.5g`).
 * Checked against verdicts/values.json, grammars `k8s-quantity` and `docker-memory`.
 */

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

/** The number that a Kubernetes quantity stands for (cores, or bytes), or undefined when Kubernetes does not read it. */
export function parseQuantity(text: string): number | undefined {
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

/** The bytes that a text of Docker's memory keys stands for, or undefined when the runner does not read it. Powers of 1024. */
export function parseDockerMemory(text: string): number | undefined {
  const match = /^(\d+(?:\.\d*)?|\.\d+) ?(?:([kmgtp])(?:i?b)?|b)?$/i.exec(text);
  if (!match) return undefined;
  const power = match[2] ? 'kmgtp'.indexOf(match[2].toLowerCase()) + 1 : 0;
  return Math.floor(Number(match[1]) * 1024 ** power);
}

/** Bytes in words: `128 MiB (134,217,728 bytes)`. */
export function bytesInWords(bytes: number): string {
  const exact = `${bytes.toLocaleString('en-US')} byte${bytes === 1 ? '' : 's'}`;
  if (Math.abs(bytes) < 1024) return exact;
  const power = Math.min(binary.length, Math.floor(Math.log(Math.abs(bytes)) / Math.log(1024)));
  const scaled = bytes / 1024 ** power;
  const rounded = Number.isInteger(scaled) ? String(scaled) : `about ${scaled.toFixed(1)}`;
  return `${rounded} ${binary[power - 1]}B (${exact})`;
}

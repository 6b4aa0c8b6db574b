/**
 * The text of a quantity: an optional sign, digits with an optional fraction, and a suffix: none, `n u m k M G T P E` in powers of
 * 1000, `Ki Mi Gi Ti Pi Ei` in powers of 1024, or an exponent (`e3`). Case matters. Without digits it is zero.
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

export interface Amount {
  readonly value: number;
  /** Those in front of the suffix, a point among them. */
  readonly digits: string;
  readonly suffix: string;
}

/** What a quantity stands for, or undefined when Kubernetes does not read it. */
export function parseQuantity(text: string): Amount | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(Ki|Mi|Gi|Ti|Pi|Ei|[numkMGTPE]?|[eE][+-]?\d+)$/.exec(text);
  if (!match || text === '') return undefined;
  const [, sign, whole = '', fraction = '', suffix = ''] = match;
  const power = binary.indexOf(suffix);
  const exponent = /^[eE]([+-]?\d+)$/.exec(suffix)?.[1];
  // A suffix alone is read as zero; of these its library makes no number.
  if (!/\d/.test(whole + fraction) && (power > 3 || Number(exponent) < -9)) return undefined;
  const number = Number(`${whole || '0'}.${fraction || '0'}`);
  const factor = power >= 0 ? 1024 ** (power + 1) : exponent ? 10 ** Number(exponent) : decimal[suffix];
  if (factor === undefined) return undefined;
  return { value: (sign === '-' ? -1 : 1) * number * factor, digits: whole + fraction, suffix };
}

/** What people write behind a number of cores, and what it is. */
const coreWords: Readonly<Record<string, string>> = {
  c: '',
  core: '',
  cores: '',
  cpu: '',
  cpus: '',
  vcpu: '',
  vcpus: '',
  mcpu: 'm',
  mcore: 'm',
  mcores: 'm',
  millicore: 'm',
  millicores: 'm',
  millicpu: 'm',
};

/** The quantity that a text was meant as: `1Gi` for `1GB` or `1 gb`, `0.5` for `0,5`, `4` for `4 cores`. */
export function meantQuantity(text: string, counts: 'cores' | 'bytes'): string | undefined {
  if (text.length > LONGEST) return undefined;
  const match = /^\s*(\d+)(?:[.,](\d+))?\s*(?:([a-z]+)\s*)?$/i.exec(text);
  if (!match) return undefined;
  const [, whole = '', fraction, unit = ''] = match;
  // Where a comma stands before three digits, it may part thousands.
  if (text.includes(',') && fraction?.length === 3) return undefined;
  const suffix = counts === 'cores' ? coreSuffix(unit) : byteSuffix(unit);
  return suffix === undefined ? undefined : `${whole}${fraction === undefined ? '' : `.${fraction}`}${suffix}`;
}

/** Longer texts are no quantity that somebody meant. */
const LONGEST = 40;

function coreSuffix(unit: string): string | undefined {
  return decimal[unit] === undefined ? coreWords[unit.toLowerCase()] : unit;
}

function byteSuffix(unit: string): string | undefined {
  if (decimal[unit] !== undefined || binary.includes(unit)) return unit;
  const word = unit.toLowerCase();
  if (/^b(?:ytes?)?$/.test(word)) return '';
  const letter = /^([kmgtpe])(?:i?b?|(?:ilo|ega|iga|era|eta|xa|ebi|ibi|obi)bytes?)$/.exec(word)?.[1];
  return letter && `${letter.toUpperCase()}i`;
}

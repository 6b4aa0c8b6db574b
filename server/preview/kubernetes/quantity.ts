/**
 * Quantities as Kubernetes keeps and writes them (k8s.io/apimachinery/pkg/api/resource). They are numbers of billionths, never rounded
 * on the way; held to preview/functions.json, `quantity` and `quantity_cmp`.
 */

type Format = 'decimal' | 'exponent' | 'binary';

export interface Quantity {
  /** In billionths. */
  readonly nano: bigint;
  /** As it is written for the API. */
  readonly text: string;
}

const WRONG_FORMAT = "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
const WRONG_NUMBER = 'unable to parse numeric part of quantity';
const WRONG_SUFFIX = "unable to parse quantity's suffix";

const DECIMAL = new Map([
  ['n', -9],
  ['u', -6],
  ['m', -3],
  ['', 0],
  ['k', 3],
  ['M', 6],
  ['G', 9],
  ['T', 12],
  ['P', 15],
  ['E', 18],
]);
const BINARY = new Map([
  ['Ki', 10],
  ['Mi', 20],
  ['Gi', 30],
  ['Ti', 40],
  ['Pi', 50],
  ['Ei', 60],
]);
const NANO = 10n ** 9n;
const LARGEST = 2n ** 63n - 1n;
/** Nobody writes more; a power with millions of digits would take minutes. */
const LARGEST_EXPONENT = 400;

/** The quantity of a text, or what Kubernetes says against it. */
export function parseQuantity(text: string): Quantity | { readonly wrong: string } {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?((?:[eEinumkKMGTP]+[-+]?\d*|[-+]\d*)?)$/.exec(text);
  if (!match || text === '') return { wrong: WRONG_FORMAT };
  const [, sign = '', whole = '', fraction = '', suffix = ''] = match;
  const scale = scaleOf(suffix);
  if (!scale) return { wrong: WRONG_SUFFIX };
  const { base, exponent, format } = scale;
  const shifted = (whole.replace(/^0+/, '') || '0') + fraction;
  const isShort = isInShortForm(shifted.length, fraction.length, scale);
  if (whole + fraction === '' && !isShort) return { wrong: WRONG_NUMBER };
  const size = nanoOf(BigInt(shifted), exponent, base, fraction.length);
  const capped = format === 'binary' && size > LARGEST * NANO ? LARGEST * NANO : size;
  const nano = sign === '-' ? -capped : capped;
  const stays = isShort && isWrittenSo(shifted, fraction.length, scale);
  return { nano, text: stays ? text : canonical(nano, format) };
}

/** Whether Kubernetes keeps the number in 64 bits: how many digits it then has at most is estimated from its exponent. */
function isInShortForm(digits: number, places: number, { base, exponent }: Scale): boolean {
  if (base === 2) return places === 0 && 14 - digits - Math.trunc((exponent * 3) / 10) >= 0;
  return digits <= 18 && exponent - places >= -9;
}

/** Such a number stays as somebody wrote it, `+1` or `1.`, where it looks like a canonical one. */
function isWrittenSo(digits: string, places: number, { base, exponent }: Scale): boolean {
  if (base === 2) return BigInt(digits) % 8n !== 0n;
  return (exponent - places) % 3 === 0 && !digits.endsWith('000') && !digits.startsWith('0');
}

interface Scale {
  readonly base: 2 | 10;
  readonly exponent: number;
  readonly format: Format;
}

function scaleOf(suffix: string): Scale | undefined {
  const decimal = DECIMAL.get(suffix);
  if (decimal !== undefined) return { base: 10, exponent: decimal, format: 'decimal' };
  const binary = BINARY.get(suffix);
  if (binary !== undefined) return { base: 2, exponent: binary, format: 'binary' };
  const exponent = Number(/^[eE]([+-]?\d+)$/.exec(suffix)?.[1] ?? Number.NaN);
  return Math.abs(exponent) <= LARGEST_EXPONENT ? { base: 10, exponent, format: 'exponent' } : undefined;
}

/** Billionths; what is less than one is one: who asks for something gets something. */
function nanoOf(digits: bigint, exponent: number, base: 2 | 10, places: number): bigint {
  const factor = base === 2 ? 2n ** BigInt(exponent) : 10n ** BigInt(Math.max(exponent, 0));
  const divisor = 10n ** BigInt(places + (base === 10 ? Math.max(-exponent, 0) : 0));
  const product = digits * factor * NANO;
  return product / divisor + (product % divisor > 0n ? 1n : 0n);
}

function canonical(nano: bigint, format: Format): string {
  if (nano === 0n) return '0';
  const size = nano < 0n ? -nano : nano;
  const sign = nano < 0n ? '-' : '';
  if (format === 'binary' && size >= 1024n * NANO && size % NANO === 0n) {
    const { mantissa, exponent } = canonicalBinary(size / NANO);
    return `${sign}${mantissa}${exponent === 0 ? '' : suffixOf(BINARY, exponent)}`;
  }
  const { mantissa, exponent } = canonicalDecimal(size);
  return `${sign}${mantissa}${format === 'exponent' ? exponentText(exponent) : suffixOf(DECIMAL, exponent)}`;
}

interface Canonical {
  readonly mantissa: bigint;
  readonly exponent: number;
}

/** The power is a multiple of three, and as large as it can be. */
function canonicalDecimal(nano: bigint): Canonical {
  let [mantissa, exponent] = [nano, -9];
  while (mantissa % 1000n === 0n) {
    mantissa /= 1000n;
    exponent += 3;
  }
  return { mantissa, exponent };
}

/** The power of two is a multiple of ten. */
function canonicalBinary(size: bigint): Canonical {
  let [mantissa, exponent] = [size, 0];
  while (mantissa > 0n && mantissa % 1024n === 0n) {
    mantissa /= 1024n;
    exponent += 10;
  }
  return { mantissa, exponent };
}

const exponentText = (exponent: number) => (exponent === 0 ? '' : `e${exponent}`);

/** The suffix of a power; Kubernetes writes none for one that is larger than all of them. */
function suffixOf(suffixes: ReadonlyMap<string, number>, exponent: number): string {
  for (const [suffix, power] of suffixes) if (power === exponent) return suffix;
  return '';
}

/** MD5 (RFC 1321) and SHA-256 (FIPS 180-4): names of volumes are made of them, and a browser has neither without waiting. */

/** The first 32 bits of the fractional part of a number. */
const fraction = (value: number) => ((value - Math.floor(value)) * 2 ** 32) >>> 0;

const rotatedLeft = (word: number, by: number) => (word << by) | (word >>> (32 - by));
const rotatedRight = (word: number, by: number) => rotatedLeft(word, 32 - by);

/** The message in blocks of sixteen words: a bit, zeros, and the length in bits. */
function blocksOf(text: string, isLittleEndian: boolean): readonly (readonly number[])[] {
  const bytes = new TextEncoder().encode(text);
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  const end = padded.length - 8;
  view.setUint32(isLittleEndian ? end : end + 4, bytes.length * 8, isLittleEndian);
  const words = Array.from({ length: padded.length / 4 }, (_, at) => view.getUint32(at * 4, isLittleEndian));
  return Array.from({ length: words.length / 16 }, (_, at) => words.slice(at * 16, at * 16 + 16));
}

const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const SINES = Array.from({ length: 64 }, (_, at) => Math.floor(Math.abs(Math.sin(at + 1)) * 2 ** 32) >>> 0);

/** The MD5 of a text, as hexadecimal digits. */
export function md5(text: string): string {
  let state: readonly number[] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (const block of blocksOf(text, true)) state = added(state, md5Rounds(state, block));
  return state.map((word) => hex(swapped(word))).join('');
}

function md5Rounds(state: readonly number[], block: readonly number[]): readonly number[] {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (let at = 0; at < 64; at++) {
    const round = at >> 4;
    const [mixed, index] = mixedWord(round, at, b, c, d);
    const sum = (a + mixed + (SINES[at] ?? 0) + (block[index] ?? 0)) | 0;
    const next = (b + rotatedLeft(sum, SHIFTS[round * 4 + (at % 4)] ?? 0)) | 0;
    [a, d, c, b] = [d, c, b, next];
  }
  return [a, b, c, d];
}

function mixedWord(round: number, at: number, b: number, c: number, d: number): readonly [number, number] {
  if (round === 0) return [(b & c) | (~b & d), at];
  if (round === 1) return [(d & b) | (~d & c), (5 * at + 1) % 16];
  return round === 2 ? [b ^ c ^ d, (3 * at + 5) % 16] : [c ^ (b | ~d), (7 * at) % 16];
}

const PRIMES = Array.from({ length: 320 }, (_, at) => at)
  .filter((number) => number > 1 && isPrime(number))
  .slice(0, 64);

function isPrime(number: number): boolean {
  for (let divisor = 2; divisor * divisor <= number; divisor++) if (number % divisor === 0) return false;
  return true;
}

const ROOTS = PRIMES.map((prime) => fraction(Math.cbrt(prime)));

/** The SHA-256 of a text, as hexadecimal digits. */
export function sha256(text: string): string {
  let state: readonly number[] = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
  for (const block of blocksOf(text, false)) state = added(state, shaRounds(state, schedule(block)));
  return state.map(hex).join('');
}

function schedule(block: readonly number[]): readonly number[] {
  const words = [...block];
  for (let at = 16; at < 64; at++) {
    const [first = 0, second = 0] = [words[at - 15], words[at - 2]];
    const low = rotatedRight(first, 7) ^ rotatedRight(first, 18) ^ (first >>> 3);
    const high = rotatedRight(second, 17) ^ rotatedRight(second, 19) ^ (second >>> 10);
    words.push(((words[at - 16] ?? 0) + low + (words[at - 7] ?? 0) + high) | 0);
  }
  return words;
}

function shaRounds(state: readonly number[], words: readonly number[]): readonly number[] {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let at = 0; at < 64; at++) {
    const high = rotatedRight(e, 6) ^ rotatedRight(e, 11) ^ rotatedRight(e, 25);
    const first = (h + high + ((e & f) ^ (~e & g)) + (ROOTS[at] ?? 0) + (words[at] ?? 0)) | 0;
    const low = rotatedRight(a, 2) ^ rotatedRight(a, 13) ^ rotatedRight(a, 22);
    const second = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  return [a, b, c, d, e, f, g, h];
}

const added = (one: readonly number[], other: readonly number[]) =>
  one.map((word, at) => (word + (other[at] ?? 0)) | 0);
const hex = (word: number) => (word >>> 0).toString(16).padStart(8, '0');
const swapped = (word: number) =>
  ((word & 0xff) << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24);

/**
 * Durations as Go's time.ParseDuration reads them: an optional sign, then numbers with the units ns, us (µs, μs), ms, s,
 * m, h; or "0". Checked against verdicts/values.json, grammar `go-duration`.
 */

const nanoseconds: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

const grammar = /^[+-]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;

/** Go keeps a duration in 64 bits: about 292 years. */
const MAXIMUM = 2 ** 63;

/** The duration in nanoseconds, or undefined when Go does not read it. */
export function parseDuration(text: string): number | undefined {
  if (!grammar.test(text)) return undefined;
  let total = 0;
  for (const [, number, unit] of text.matchAll(/(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g)) {
    total += Number(number) * (nanoseconds[unit as string] as number);
  }
  if (total >= MAXIMUM) return undefined;
  return text.startsWith('-') ? -total : total;
}

const units: readonly (readonly [string, number])[] = [
  ['day', 86400e9],
  ['hour', 3600e9],
  ['minute', 60e9],
  ['second', 1e9],
  ['millisecond', 1e6],
  ['microsecond', 1e3],
  ['nanosecond', 1],
];

/** A duration in words: `1 hour 30 minutes`. */
export function durationInWords(total: number): string {
  if (total === 0) return '0 seconds';
  let rest = Math.abs(total);
  const parts: string[] = [];
  for (const [name, size] of units) {
    const count = Math.floor(rest / size);
    if (count === 0) continue;
    rest -= count * size;
    parts.push(`${count} ${name}${count === 1 ? '' : 's'}`);
    if (parts.length === 3) break;
  }
  return (total < 0 ? 'minus ' : '') + parts.join(' ');
}

/**
 * Durations as Go's time.ParseDuration reads them: an optional sign, then numbers with the units ns, us (µs, μs), ms, s,
 * m, h; or "0". Checked against verdicts/values.json, grammar `go-duration`.
 */
import { type Message, message } from '../text/message';
import { type Continuations, type Grammar, refusedWhole, shown, understood } from './grammar';

export const goDuration: Grammar<number> = {
  name: 'go-duration',
  read(text) {
    // So many numbers nobody adds up, though Go would.
    if (text.length > LONGEST_SUMMED && grammar.test(text)) return { problems: [] };
    const total = parseDuration(text);
    if (total !== undefined) return understood(total);
    const wrong = grammar.test(text) ? 'invalid-value.duration.too-long' : 'invalid-value.duration';
    return refusedWhole(text, message(wrong, { text: shown(text) }), repaired(text));
  },
  say: sayDuration,
  complete: unitsOf,
};

/** The units that people use, behind the last number; after one that stands already, only smaller ones. */
function unitsOf(text: string, offset: number): Continuations | undefined {
  if (text.length > LONGEST_REPAIRED || !/^[a-z]*$/.test(text.slice(offset))) return undefined;
  const [, before = '', number] =
    /^((?:\d+(?:\.\d+)?[a-z]+)*?)(\d+(?:\.\d+)?)[a-z]*$/.exec(text.slice(0, offset)) ?? [];
  if (number === undefined) return undefined;
  const units = /[ms]$/.test(before) ? ['s', 'ms'] : before.endsWith('h') ? ['m', 's'] : ['s', 'm', 'h', 'ms'];
  return { start: 0, end: text.length, texts: units.map((unit) => before + number + unit) };
}

const LONGEST_SUMMED = 10_000;

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
const MAXIMUM = 2n ** 63n;

/** The duration in nanoseconds, or undefined when Go does not read it. */
export function parseDuration(text: string): number | undefined {
  if (!grammar.test(text)) return undefined;
  const isNegative = text.startsWith('-');
  let total = 0n;
  for (const [, whole = '', fraction = '', unit = ''] of text.matchAll(
    /(?<![\d.])(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/g,
  )) {
    // Zeros in front aside, 20 digits are too many of any unit; Go counts whole numbers exactly and fractions as a float does.
    const digits = whole.replace(/^0+/, '');
    if (digits.length > 20) return undefined;
    const size = nanoseconds[unit] ?? 0;
    total += BigInt(digits) * BigInt(size) + BigInt(Math.floor(Number(`0.${fraction || '0'}`) * size));
    if (total > MAXIMUM) return undefined;
  }
  if (!isNegative && total === MAXIMUM) return undefined;
  return isNegative ? -Number(total) || 0 : Number(total);
}

/** What people write for a unit. Go knows nothing above an hour. */
const unitsMeant: readonly (readonly [RegExp, number, string])[] = [
  [/^(?:h|hrs?|hours?)$/i, 1, 'h'],
  [/^(?:m|mins?|minutes?)$/i, 1, 'm'],
  [/^(?:s|secs?|seconds?)$/i, 1, 's'],
  [/^(?:d|days?)$/i, 24, 'h'],
  [/^(?:w|weeks?)$/i, 168, 'h'],
];

/** A text with blanks, or with other names of units, as Go reads it: `1 h 30 min` is `1h30m`, `1d` is `24h`. */
function repaired(text: string): string | undefined {
  if (text.length > LONGEST_REPAIRED || !/^\s*(?:\d+\s*[a-z]+\s*)+$/i.test(text)) return undefined;
  let meant = '';
  for (const [, number, name = ''] of text.matchAll(/(?<!\d)(\d+)\s*([a-z]+)/gi)) {
    const unit = unitsMeant.find(([pattern]) => pattern.test(name));
    if (!unit) return undefined;
    meant += Number(number) * unit[1] + unit[2];
  }
  return parseDuration(meant) === undefined ? undefined : meant;
}

const LONGEST_REPAIRED = 60;

type UnitId = 'days' | 'hours' | 'minutes' | 'seconds' | 'milliseconds' | 'microseconds' | 'nanoseconds';

const unitSizes: readonly (readonly [UnitId, number])[] = [
  ['days', 86400e9],
  ['hours', 3600e9],
  ['minutes', 60e9],
  ['seconds', 1e9],
  ['milliseconds', 1e6],
  ['microseconds', 1e3],
  ['nanoseconds', 1],
];

/** A duration in nanoseconds in words, to three units: `1 hour 30 minutes`. */
export function sayDuration(total: number): Message {
  let rest = Math.abs(total);
  const parts: Message[] = [];
  for (const [unit, size] of unitSizes) {
    const count = Math.floor(rest / size);
    if (count === 0) continue;
    rest -= count * size;
    parts.push(message(`duration.${unit}`, { count }));
  }
  const duration = inOne(parts);
  return total < 0 ? message('duration.minus', { duration }) : duration;
}

function inOne([first, second, third]: readonly Message[]): Message {
  if (!first) return message('duration.seconds', { count: 0 });
  if (!second) return first;
  return third ? message('duration.three', { first, second, third }) : message('duration.two', { first, second });
}

/** The fields of an autoscaler's periods, and when one of them holds. */

/** A field: its numbers, and the names that stand for some of them. */
export interface PolicyField {
  readonly name: 'minute' | 'hour' | 'dayOfMonth' | 'month' | 'dayOfWeek';
  readonly minimum: number;
  readonly maximum: number;
  /** From the smallest number that has a name on. */
  readonly names: readonly string[];
  readonly firstName: number;
}

const plain = { names: [], firstName: 0 };

export const policyFields: readonly PolicyField[] = [
  { name: 'minute', minimum: 0, maximum: 59, ...plain },
  { name: 'hour', minimum: 0, maximum: 23, ...plain },
  { name: 'dayOfMonth', minimum: 1, maximum: 31, ...plain },
  {
    name: 'month',
    minimum: 1,
    maximum: 12,
    names: 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' '),
    firstName: 1,
  },
  { name: 'dayOfWeek', minimum: 0, maximum: 7, names: 'mon tue wed thu fri sat sun'.split(' '), firstName: 1 },
];

export interface CronPart {
  readonly text: string;
  readonly start: number;
}

/** One more part than any cron has is enough to count them. */
const MOST_PARTS = 9;

/** The parts of a period between blanks. */
export function cronParts(text: string): CronPart[] {
  const parts: CronPart[] = [];
  for (const match of text.matchAll(/\S+/g)) {
    if (parts.push({ text: match[0], start: match.index }) === MOST_PARTS) break;
  }
  return parts;
}

/** The values of an entry: those from the first to the last, each or every so many. */
export interface EntrySpan {
  readonly first: number;
  readonly last: number;
  readonly step: number;
}

/**
 * What an entry stands for; `wrong` where no cron would take it, `unknown` where some do (`L`, `15W`, `5#2`, `?`, `monday`, a range of
 * days that ends with Sunday).
 */
export function readSpans(entry: string, field: PolicyField): EntrySpan | 'wrong' | 'unknown' {
  const match = /^(\*|\d+|[a-z]+)(?:-(\d+|[a-z]+))?(?:\/(\d+))?$/i.exec(entry);
  if (!match) return isUsedByOthers(entry, field) ? 'unknown' : 'wrong';
  const [, from = '', to, by] = match;
  const step = by === undefined ? 1 : Number(by);
  if (step === 0) return 'wrong';
  if (from === '*') return to === undefined ? { first: field.minimum, last: field.maximum, step } : 'wrong';
  const first = numberOf(from, field);
  const last = to === undefined ? (by === undefined ? first : field.maximum) : numberOf(to, field);
  if (typeof first === 'string') return first;
  if (typeof last === 'string') return last;
  if (first > last && field.name === 'dayOfWeek') return 'unknown';
  return { first, last, step };
}

/** Forms of other crons that the documentation neither has nor excludes. */
function isUsedByOthers(entry: string, { name }: PolicyField): boolean {
  if (entry === '?') return true;
  return name.startsWith('day') && /^(?:l|lw|\d+[lw]|[a-z]+l|\w+#\d)$/i.test(entry);
}

function numberOf(
  text: string,
  { names, firstName, minimum, maximum, name }: PolicyField,
): number | 'wrong' | 'unknown' {
  if (/^\d+$/.test(text)) {
    const number = Number(text);
    return number >= minimum && number <= maximum ? number : 'wrong';
  }
  const lower = text.toLowerCase();
  const index = names.indexOf(lower);
  if (index >= 0) return firstName + index;
  const isLong = names.some((short) => lower.startsWith(short));
  return isLong || (name.startsWith('day') && /^(?:l|lw|w)$/.test(lower)) ? 'unknown' : 'wrong';
}

/** When a period holds: of each field the values as bits. Undefined where the text is not wholly understood. */
export type Schedule = readonly bigint[];

/** Nobody writes longer ones. */
const LONGEST = 500;

/** Reads a period of five fields. */
export function scheduleOf(text: string): Schedule | undefined {
  const parts = text.length > LONGEST ? [] : cronParts(text);
  if (parts.length !== policyFields.length) return undefined;
  const fields: bigint[] = [];
  for (const [index, part] of parts.entries()) {
    const field = policyFields[index];
    const bits = field && bitsOf(part.text, field);
    if (bits === undefined) return undefined;
    fields.push(bits);
  }
  return fields;
}

function bitsOf(list: string, field: PolicyField): bigint | undefined {
  let bits = 0n;
  for (const entry of list.split(',')) {
    const span = readSpans(entry, field);
    if (typeof span === 'string' || span.first > span.last) return undefined;
    // Sunday is 0 and 7.
    for (let value = span.first; value <= span.last; value += span.step) bits |= 1n << BigInt(dayOr(value, field));
  }
  return bits;
}

function dayOr(value: number, { name }: PolicyField): number {
  return name === 'dayOfWeek' ? value % 7 : value;
}

const everything: readonly bigint[] = policyFields.map((field) => bitsOf('*', field) ?? 0n);

/** Whether a field of a schedule is all of its values. */
export function isAll(schedule: Schedule, index: number): boolean {
  return schedule[index] === everything[index];
}

const DAY_OF_MONTH = 2;
const DAY_OF_WEEK = 4;

/** A day of the month and one of the week together: cron takes either, others want both. */
export function namesBothDays(schedule: Schedule): boolean {
  return !isAll(schedule, DAY_OF_MONTH) && !isAll(schedule, DAY_OF_WEEK);
}

/** Whether a schedule holds whenever the other one does, for sure. */
export function covers(whole: Schedule, part: Schedule): boolean {
  if (whole.every((bits, index) => bits === part[index])) return true;
  if (namesBothDays(whole) || namesBothDays(part)) return false;
  return whole.every((bits, index) => ((part[index] ?? 0n) & ~bits) === 0n);
}

/** Whether a schedule always holds. */
export function isAlways(schedule: Schedule): boolean {
  return schedule.every((_, index) => isAll(schedule, index));
}

/** Whether the values of a field come one by one, none next to another: of the minutes, what holds for one at a time. */
export function isScattered(schedule: Schedule, index: number): boolean {
  const bits = schedule[index] ?? 0n;
  return bits !== 0n && (bits & (bits << 1n)) === 0n;
}

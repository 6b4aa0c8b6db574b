/** One entry of a cron field: `*`, `5`, `mon-fri`, `8-18/2`, `15w`. The runner reads it ignoring case. */
import { type Field, isMisread, isStep, isValue, numberOf } from './cron-fields';

export interface CronEntry {
  readonly text: string;
  /** Where it starts in the text of its field. */
  readonly start: number;
  readonly field: Field;
  readonly reading: EntryReading;
}

export type EntryReading =
  /** Every value of the field. */
  | { readonly kind: 'all' }
  /** Some values; none of them where a range ends before it starts. */
  | { readonly kind: 'values'; readonly first: number; readonly last: number; readonly ends: readonly string[] }
  | { readonly kind: 'special' }
  | { readonly kind: 'bad-step' }
  | { readonly kind: 'bad' };

/** The entries of a field. Commas too many are passed over. */
export function readEntries(list: string, field: Field): CronEntry[] {
  const readings = new Map<string, EntryReading>();
  const entries: CronEntry[] = [];
  let start = 0;
  for (const text of list.split(',')) {
    const reading = readings.get(text) ?? readEntry(text.toLowerCase(), field);
    readings.set(text, reading);
    if (text !== '') entries.push({ text, start, field, reading });
    start += text.length + 1;
  }
  return entries;
}

function readEntry(entry: string, field: Field): EntryReading {
  if (entry === '*' || entry === '?') return { kind: 'all' };
  const [range = '', step, ...more] = entry.split('/');
  if (more.length > 0 || (step !== undefined && !/^\d+$/.test(step))) return { kind: 'bad' };
  const ends = range.split('-');
  const [first = '', last] = ends;
  const isWildcard = range === '*' && step !== undefined;
  if (!isWildcard && (ends.length > 2 || !ends.every((end) => isValue(end, field)))) {
    return { kind: step === undefined && field.isSpecial(range) ? 'special' : 'bad' };
  }
  if (step !== undefined && !isStep(step, field)) return { kind: 'bad-step' };
  if (isWildcard) return { kind: 'values', first: field.minimum, last: field.maximum, ends: [] };
  const start = numberOf(first, field);
  const end = last === undefined ? (step === undefined ? start : field.maximum) : numberOf(last, field);
  return { kind: 'values', first: start, last: end, ends };
}

/** Whether an entry passes and stands for no time at all: `sat-sun`, where Sunday is day 0. */
export function isEmpty({ reading }: CronEntry): boolean {
  return reading.kind === 'values' && reading.first > reading.last;
}

/** The value in an entry that is read as 0: `03` in `01-03`. */
export function misreadIn({ text, field, reading }: CronEntry): string | undefined {
  const ends = reading.kind === 'special' ? [text.slice(0, 2)] : reading.kind === 'values' ? reading.ends : [];
  return ends.find((end) => isMisread(end, field));
}

/**
 * An entry as it was probably meant: no zeros in front of numbers, `*` where only that may have a step, and a range that ends
 * before it starts as two that go on from the smallest value, `22-23,0-6` for `22-6`. Undefined where nothing is better.
 */
export function repairedEntry({ text, field }: CronEntry): string | undefined {
  const meant = text.replace(/^\?(?=\/)/, '*').replace(/(?<!\d)0+(?=\d)/g, '');
  const reading = readEntry(meant.toLowerCase(), field);
  if (reading.kind === 'bad' || reading.kind === 'bad-step') return undefined;
  if (reading.kind === 'values' && reading.first > reading.last) return unwrapped(reading, meant, field);
  return meant === text ? undefined : meant;
}

type Values = Extract<EntryReading, { kind: 'values' }>;

function unwrapped(
  { first, last, ends: [from = '', to = ''] }: Values,
  text: string,
  field: Field,
): string | undefined {
  if (text.includes('/')) return undefined;
  // Nobody's years go on from the first; and `9-5` may be an afternoon.
  if (field.name === 'year' || (field.name === 'hour' && first <= 12 && last <= 12)) return undefined;
  if (first === last + 1) return '*';
  const { minimum, maximum } = field;
  const before = first === maximum ? from : `${from}-${likewise(maximum, from, field)}`;
  return `${before},${last === minimum ? to : `${likewise(minimum, to, field)}-${to}`}`;
}

/** A value as a name where its neighbour is one. */
function likewise(value: number, neighbour: string, { names, minimum }: Field): string {
  return (/^[a-z]/.test(neighbour) && names[value - minimum]) || String(value);
}

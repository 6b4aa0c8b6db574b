/**
 * The fields of a cron expression as gorhill/cronexpr (2018-04-27) reads their values. Its tables are smaller than its
 * patterns: of months and days of the week it knows `1` but not `01`, which passes and is then read as 0.
 */

export type FieldName = 'second' | 'minute' | 'hour' | 'dayOfMonth' | 'month' | 'dayOfWeek' | 'year';

export interface Field {
  readonly name: FieldName;
  readonly minimum: number;
  /** The largest value, which is the largest step too. */
  readonly maximum: number;
  /** The names of its values, from the smallest on; each may also be written out. */
  readonly names: readonly string[];
  readonly longNames: readonly string[];
  /** What an entry may be beside numbers and ranges, in lower case: `l`, `15w`, `5#2`. */
  isSpecial(entry: string): boolean;
}

const noNames = { names: [], longNames: [], isSpecial: () => false };

const dayOfMonth: Field = {
  ...noNames,
  name: 'dayOfMonth',
  minimum: 1,
  maximum: 31,
  isSpecial: (entry) =>
    entry === 'l' || entry === 'lw' || (entry.endsWith('w') && isValue(entry.slice(0, -1), dayOfMonth)),
};

const month: Field = {
  name: 'month',
  minimum: 1,
  maximum: 12,
  names: 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' '),
  longNames: 'january february march april may june july august september october november december'.split(' '),
  isSpecial: () => false,
};

const dayOfWeek: Field = {
  name: 'dayOfWeek',
  minimum: 0,
  maximum: 6,
  names: 'sun mon tue wed thu fri sat'.split(' '),
  longNames: 'sunday monday tuesday wednesday thursday friday saturday'.split(' '),
  isSpecial: (entry) => /(?:l|#[1-5])$/.test(entry) && isValue(entry.replace(/(?:l|#[1-5])$/, ''), dayOfWeek),
};

const second: Field = { ...noNames, name: 'second', minimum: 0, maximum: 59 };
const minute: Field = { ...noNames, name: 'minute', minimum: 0, maximum: 59 };
const hour: Field = { ...noNames, name: 'hour', minimum: 0, maximum: 23 };
const year: Field = { ...noNames, name: 'year', minimum: 1970, maximum: 2099 };

/** The fields of an expression with so many parts: the second is the first of seven, the year comes last. */
export function fieldsOf(count: number): readonly Field[] {
  const five = [minute, hour, dayOfMonth, month, dayOfWeek];
  if (count < 6) return five;
  return count === 6 ? [...five, year] : [second, ...five, year];
}

/** Whether a text in lower case passes as a value. */
export function isValue(text: string, field: Field): boolean {
  if (field.names.includes(text) || field.longNames.includes(text)) return true;
  if (!/^\d+$/.test(text) || text.length > (field.name === 'year' ? 4 : 2)) return false;
  // A week may begin with Sunday or end with it.
  const maximum = field.name === 'dayOfWeek' ? 7 : field.maximum;
  return Number(text) >= field.minimum && Number(text) <= maximum;
}

/** What a value stands for. */
export function numberOf(text: string, field: Field): number {
  const named = Math.max(field.names.indexOf(text), field.longNames.indexOf(text));
  if (named >= 0) return field.minimum + named;
  if (isMisread(text, field)) return 0;
  return field.name === 'dayOfWeek' ? Number(text) % 7 : Number(text);
}

/** Whether a value is read as 0, which it is not: `03` where values have names. As a day of the week `07` is 0 anyway. */
export function isMisread(text: string, field: Field): boolean {
  return field.names.length > 0 && /^0[1-9]$/.test(text) && !(text === '07' && field.name === 'dayOfWeek');
}

/** Whether a number passes as the step of a field. The library reads it out of its table of values. */
export function isStep(text: string, { maximum }: Field): boolean {
  const isKnown =
    (text.length <= 2 && Number(text) <= 59) || (text.length === 4 && Number(text) >= 1970 && Number(text) <= 2099);
  return isKnown && Number(text) >= 1 && Number(text) <= maximum;
}

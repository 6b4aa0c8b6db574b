/**
 * Time periods of docker+machine and of job monitoring: the cron expressions of gorhill/cronexpr (2018-04-27).
 * Five fields (minute hour day-of-month month day-of-week), six (and a year) or seven (seconds first); more are ignored.
 * Checked against verdicts/values.json, grammar `cron-machine`.
 */

interface Field {
  readonly name: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly names: readonly string[];
  /** What else an entry may be: `L`, `15W`, `5#2`. */
  readonly special?: RegExp;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const longMonths = 'january february march april may june july august september october november december'.split(' ');
const days = 'sun mon tue wed thu fri sat'.split(' ');
const longDays = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

const second: Field = { name: 'second', minimum: 0, maximum: 59, names: [] };
const year: Field = { name: 'year', minimum: 1970, maximum: 2099, names: [] };
const fields: readonly Field[] = [
  { name: 'minute', minimum: 0, maximum: 59, names: [] },
  { name: 'hour', minimum: 0, maximum: 23, names: [] },
  { name: 'day-of-month', minimum: 1, maximum: 31, names: [], special: /^(?:l|lw|\d{1,2}w)$/ },
  { name: 'month', minimum: 1, maximum: 12, names: [...months, ...longMonths] },
  {
    name: 'day-of-week',
    minimum: 0,
    maximum: 7,
    names: [...days, ...longDays],
    special: /^(?:[0-7]|[a-z]+)(?:l|#[1-5])$/,
  },
];

const macros = new Set(['@annually', '@yearly', '@monthly', '@weekly', '@daily', '@hourly']);

/** What is wrong with a period, or undefined. */
export function checkPeriod(text: string): string | undefined {
  const parts = text.trim().split(/\s+/).filter(Boolean);
  if (parts.length === 1 && macros.has((parts[0] as string).toLowerCase())) return undefined;
  if (parts.length < 5) {
    return `"${text}" has ${parts.length} of at least 5 fields: minute, hour, day of month, month, day of week. Use the form with 7, seconds first and year last: "* * 9-17 * * mon-fri *".`;
  }
  const shape = parts.length === 5 ? fields : parts.length === 6 ? [...fields, year] : [second, ...fields, year];
  for (const [index, field] of shape.entries()) {
    const bad = badEntry(parts[index] as string, field);
    if (bad !== undefined) return `"${bad}" is no ${field.name} in the period "${text}".`;
  }
  return undefined;
}

function badEntry(list: string, field: Field): string | undefined {
  return list
    .toLowerCase()
    .split(',')
    .find((entry) => !isEntry(entry, field));
}

function isEntry(entry: string, field: Field): boolean {
  const match = /^([^/]+)(?:\/(\d+))?$/.exec(entry);
  if (!match) return false;
  const [, range = '', step] = match;
  if (step !== undefined && Number(step) < 1) return false;
  if (range === '*' || range === '?') return true;
  if (field.special?.test(range) && step === undefined) return true;
  const ends = range.split('-');
  return ends.length <= 2 && ends.every((end) => isValue(end, field));
}

function isValue(text: string, field: Field): boolean {
  if (field.names.includes(text)) return true;
  return /^\d+$/.test(text) && Number(text) >= field.minimum && Number(text) <= field.maximum;
}

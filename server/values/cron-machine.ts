/**
 * Time periods of docker+machine and of job monitoring: the cron expressions of gorhill/cronexpr (2018-04-27).
 * Five fields (minute hour day-of-month month day-of-week), six (and a year) or seven (seconds first); more are ignored.
 * Checked against verdicts/values.json, grammar `cron-machine`.
 */
import { message } from '../text/message';
import { type Grammar, type GrammarProblem, refusedWhole, shown, understood } from './grammar';

interface Field {
  readonly name: 'second' | 'minute' | 'hour' | 'dayOfMonth' | 'month' | 'dayOfWeek' | 'year';
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
  { name: 'dayOfMonth', minimum: 1, maximum: 31, names: [], special: /^(?:l|lw|\d{1,2}w)$/ },
  { name: 'month', minimum: 1, maximum: 12, names: [...months, ...longMonths] },
  {
    name: 'dayOfWeek',
    minimum: 0,
    maximum: 7,
    names: [...days, ...longDays],
    special: /^(?:[0-7]|[a-z]+)(?:l|#[1-5])$/,
  },
];

const macros = new Set(['@annually', '@yearly', '@monthly', '@weekly', '@daily', '@hourly']);

export const cronMachine: Grammar<string> = {
  name: 'cron-machine',
  read(text) {
    const parts = [...text.matchAll(/\S+/g)].map((match) => ({ text: match[0], start: match.index }));
    const [first] = parts;
    if (parts.length === 1 && first && macros.has(first.text.toLowerCase())) return understood(text);
    if (parts.length < 5) {
      return refusedWhole(text, message('invalid-value.period.fields', { text: shown(text), count: parts.length }));
    }
    const shape = parts.length === 5 ? fields : parts.length === 6 ? [...fields, year] : [second, ...fields, year];
    // The runner reports the first wrong entry.
    for (const [index, part] of parts.slice(0, shape.length).entries()) {
      const bad = badEntry(part.text, shape[index]);
      if (bad) return { problems: [entryProblem(text, part.start, bad)] };
    }
    return understood(text);
  },
};

interface Entry {
  readonly text: string;
  readonly start: number;
  readonly field: Field;
}

function entryProblem(period: string, start: number, { text: entry, start: within, field }: Entry): GrammarProblem {
  return {
    start: start + within,
    end: start + within + entry.length,
    message: message('invalid-value.period.entry', { entry: shown(entry), period: shown(period), field: field.name }),
    refused: true,
  };
}

/** The first entry of a field's list that is none. */
function badEntry(list: string, field: Field | undefined): Entry | undefined {
  if (!field) return undefined;
  let start = 0;
  for (const text of list.split(',')) {
    if (!isEntry(text.toLowerCase(), field)) return { text, start, field };
    start += text.length + 1;
  }
  return undefined;
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

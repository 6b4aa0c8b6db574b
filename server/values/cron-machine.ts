/**
 * Time periods of docker+machine and of job monitoring: the cron expressions of gorhill/cronexpr (2018-04-27).
 * Five fields (minute hour day-of-month month day-of-week), six (and a year) or seven (seconds first); more are ignored.
 * Checked against verdicts/values.json, grammar `cron-machine`, and against verdicts of the library over generated
 * expressions (test/fixtures/cron-verdicts.txt).
 */
import { type Message, message } from '../text/message';
import { fieldAt } from './cron-continuations';
import { type CronEntry, isEmpty, misreadIn, readEntries, repairedEntry } from './cron-entry';
import { type FieldName, fieldsOf } from './cron-fields';
import { type Grammar, type GrammarProblem, refusedWhole, shown, understood } from './grammar';
import { periodInWords } from './period-in-words';

export const cronMachine: Grammar<string> = {
  name: 'cron-machine',
  read(text) {
    const period = expand(text);
    const parts = partsOf(period);
    if (parts.length < 5) {
      const problem = message('invalid-value.period.fields', { text: shown(text), count: parts.length });
      return refusedWhole(text, problem, macroIn(text));
    }
    const problems: GrammarProblem[] = [];
    for (const [index, field] of fieldsOf(parts.length).entries()) {
      const part = parts[index];
      if (!part) break;
      const entries = readEntries(part.text, field);
      // The runner reports the first wrong entry of the first wrong field.
      const bad = badEntry(entries);
      if (bad || entries.length === 0) {
        const found = bad ?? { text: part.text, start: 0, field, reading: { kind: 'bad' } };
        return { problems: [refusal(text, period, part.start, found)] };
      }
      problems.push(...doubts(text, period, part.start, entries));
    }
    return problems.length > 0 ? { problems } : understood(text);
  },
  say: (text) => periodInWords(withoutRest(partsOf(expand(text)).map((part) => part.text))),
  // As the runner's own documentation writes periods: with seconds and years.
  complete: (text, offset) => fieldAt(text, offset, fieldsOf(7)),
};

interface Part {
  readonly text: string;
  readonly start: number;
}

/** The parts between blanks, as Go has them: a no-break space is none. Behind the seventh nothing is read. */
function partsOf(period: string): Part[] {
  const parts: Part[] = [];
  for (const match of period.matchAll(/[^\t\n\f\r ]+/g)) {
    if (parts.push({ text: match[0], start: match.index }) === 7) break;
  }
  return parts;
}

/** The five fields of which something is said: without seconds and years where each of them is meant. */
function withoutRest(parts: readonly string[]): string {
  const isAny = (part: string | undefined) => part === '*' || part === '?';
  const five = parts.length === 7 && isAny(parts[0]) ? parts.slice(1) : parts;
  return (five.length === 6 && isAny(five[5]) ? five.slice(0, 5) : five).join(' ').replaceAll('?', '*');
}

/** What the runner writes for a name, wherever it stands; names in capitals are none. */
const macros: Readonly<Record<string, string>> = {
  '@yearly': '0 0 0 1 1 * *',
  '@annually': '0 0 0 1 1 * *',
  '@monthly': '0 0 0 1 * * *',
  '@weekly': '0 0 0 * * 0 *',
  '@daily': '0 0 0 * * * *',
  '@hourly': '0 0 * * * * *',
};

function expand(text: string): string {
  return text.replace(/@(?:yearly|annually|monthly|weekly|daily|hourly)/g, (name) => macros[name] ?? name);
}

/** `@Daily` as the runner knows it. */
function macroIn(text: string): string | undefined {
  const name = text.trim().toLowerCase();
  return Object.hasOwn(macros, name) ? name : undefined;
}

/**
 * The first wrong entry of a field. Steps are looked at first, all of them; and what stands behind a `*` is not looked at at
 * all, but for the fields of days.
 */
function badEntry(entries: readonly CronEntry[]): CronEntry | undefined {
  const badStep = entries.find(({ reading }) => reading.kind === 'bad-step');
  if (badStep) return badStep;
  return (isOfDays(entries) ? entries : beforeAll(entries)).find(({ reading }) => reading.kind === 'bad');
}

function isOfDays([first]: readonly CronEntry[]): boolean {
  return first?.field.name === 'dayOfMonth' || first?.field.name === 'dayOfWeek';
}

function beforeAll(entries: readonly CronEntry[]): readonly CronEntry[] {
  const all = entries.findIndex(({ reading }) => reading.kind === 'all');
  return all < 0 ? entries : entries.slice(0, all);
}

function refusal(text: string, period: string, start: number, entry: CronEntry): GrammarProblem {
  const { field, reading } = entry;
  const args = { entry: shown(entry.text), period: shown(text) };
  const said =
    reading.kind === 'bad-step'
      ? message('invalid-value.period.step', { ...args, maximum: field.maximum })
      : message('invalid-value.period.entry', { ...args, field: field.name });
  return problem(text, period, start, entry, said, true);
}

/** What the runner takes and what is surely a mistake: a range that ends before it starts, and a number that it reads as 0. */
function* doubts(text: string, period: string, start: number, entries: readonly CronEntry[]): Iterable<GrammarProblem> {
  if (text.length > LONGEST_DOUBTED || entries.some(({ reading }) => reading.kind === 'all')) return;
  const crashes = entries.every(isEmpty) && mustHaveOne.has(entries[0]?.field.name);
  for (const entry of entries) {
    const misread = misreadIn(entry);
    const args = { entry: shown(entry.text), period: shown(text) };
    if (misread !== undefined) {
      const field = entry.field.name === 'month' ? 'month' : 'dayOfWeek';
      const said = message('invalid-value.period.zero', { ...args, value: misread, field });
      yield problem(text, period, start, entry, said, crashes);
    } else if (isEmpty(entry)) {
      const said = message('invalid-value.period.reversed', { ...args, outcome: crashes ? 'crash' : 'never' });
      yield problem(text, period, start, entry, said, crashes);
    }
  }
}

/** Nobody writes longer ones, and each doubt has the whole text in its fix. */
const LONGEST_DOUBTED = 500;

/** The runner takes the first value of these fields' lists without a look whether there is one. */
const mustHaveOne: ReadonlySet<FieldName | undefined> = new Set<FieldName>(['second', 'minute', 'hour', 'month']);

/** A problem of an entry, at its place in the text as it is written; of what a macro stands for, the whole text. */
function problem(
  text: string,
  period: string,
  fieldStart: number,
  entry: CronEntry,
  said: Message,
  refused: boolean,
): GrammarProblem {
  if (text !== period) return { start: 0, end: text.length, message: said, refused };
  const start = fieldStart + entry.start;
  const end = start + entry.text.length;
  const meant = text.length > LONGEST_DOUBTED ? undefined : repairedEntry(entry);
  const repaired = meant === undefined ? undefined : text.slice(0, start) + meant + text.slice(end);
  return { start, end, message: said, refused, repaired };
}

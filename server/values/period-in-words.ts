/**
 * A period in words: `* 8-17 * * mon-fri` is "Monday to Friday, from 08:00 to 17:59". A period is the minutes that it names, not moments
 * at which something starts, as programs say that read cron. Of what only some crons know, and of long lists, nothing is said.
 */
import { type List, type Message, message } from '../text/message';
import { cronParts, type EntrySpan, type PolicyField, policyFields, readSpans } from './policy-periods';

/** The spans of a field; `all` where it is all of its values. */
type Field = 'all' | readonly EntrySpan[];

/** More parts nobody reads as a sentence. */
const MOST = 7;

/** What a period of five fields comes to, where it is one of the common ones. */
export function periodInWords(text: string): Message | undefined {
  const parts = text.length > LONGEST ? [] : cronParts(text);
  if (parts.length !== policyFields.length) return undefined;
  const fields = policyFields.map((field, index) => fieldOf(parts[index]?.text ?? '', field));
  const [minute, hour, dayOfMonth, month, dayOfWeek] = fields;
  if (!minute || !hour || !dayOfMonth || !month || !dayOfWeek) return undefined;
  if (fields.every((field) => field === 'all')) return message('period.always');
  const days = daysOf(dayOfMonth, month, dayOfWeek);
  const time = timeOf(minute, hour);
  return days && time && message('period', { days, time });
}

/** Nobody writes longer ones. */
const LONGEST = 200;

function fieldOf(list: string, field: PolicyField): Field | undefined {
  const spans: EntrySpan[] = [];
  for (const entry of list.split(',')) {
    const span = readSpans(entry, field);
    if (typeof span === 'string' || span.first > span.last) return undefined;
    if (span.step === 1) spans.push(span);
    else for (let at = span.first; at <= span.last; at += span.step) spans.push({ first: at, last: at, step: 1 });
  }
  const isAll = spans.some(({ first, last }) => first === field.minimum && last >= valuesEnd(field));
  return isAll ? 'all' : spans.length > MOST ? undefined : spans;
}

/** Sunday is 0 and 7. */
function valuesEnd({ name, maximum }: PolicyField): number {
  return name === 'dayOfWeek' ? 6 : maximum;
}

function daysOf(dayOfMonth: Field, month: Field, dayOfWeek: Field): Message | undefined {
  // Cron takes either of the two days, others want both.
  if (dayOfMonth !== 'all' && dayOfWeek !== 'all') return undefined;
  const days =
    dayOfWeek !== 'all'
      ? message('period.weekdays', {
          weekdays: rangesOf(dayOfWeek, (day) => message('period.weekday', { day: weekdays[day % 7] ?? 'sun' })),
        })
      : dayOfMonth !== 'all'
        ? message('period.days', { count: amountOf(dayOfMonth), days: rangesOf(dayOfMonth, String) })
        : message('period.every-day');
  if (month === 'all') return days;
  return message('period.in-months', {
    days,
    months: rangesOf(month, (number) => message('period.month', { month: months[number - 1] ?? 'jan' })),
  });
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

function amountOf(spans: readonly EntrySpan[]): number {
  return spans.reduce((count, { first, last }) => count + last - first + 1, 0);
}

function rangesOf(spans: readonly EntrySpan[], say: (value: number) => string | Message): List {
  const items = spans.map(({ first, last }) =>
    first === last ? say(first) : message('period.range', { first: say(first), last: say(last) }),
  );
  return { join: 'and', items };
}

function timeOf(minute: Field, hour: Field): Message | undefined {
  if (minute === 'all')
    return hour === 'all' ? message('period.all-day') : message('period.times', { times: hoursOf(hour) });
  if (hour !== 'all' && hour.every(({ first, last }) => first === last)) {
    const times = hour.flatMap(({ first }) => minute.map((span) => withinHour(first, span)));
    return times.length > MOST ? undefined : message('period.times', { times: { join: 'and', items: times } });
  }
  const minutes = { count: amountOf(minute), minutes: rangesOf(minute, String) };
  return hour === 'all'
    ? message('period.minutes', minutes)
    : message('period.minutes-of', { ...minutes, times: hoursOf(hour) });
}

/** Whole hours, with their last minute. */
function hoursOf(hours: readonly EntrySpan[]): List {
  return { join: 'and', items: hours.map(({ first, last }) => fromTo(clock(first, 0), clock(last, 59))) };
}

function withinHour(hour: number, { first, last }: EntrySpan): Message {
  return first === last
    ? message('period.minute', { time: clock(hour, first) })
    : fromTo(clock(hour, first), clock(hour, last));
}

function fromTo(first: string, last: string): Message {
  return message('period.time', { first, last });
}

function clock(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

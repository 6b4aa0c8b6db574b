/** A week of an autoscaler in words: as lines for a terminal, and as a page with a picture and a table. */
import type { ShownSchedule } from '../../../protocol/preview';
import type { Catalog } from '../../text/catalog';
import { allOf, type Message, message } from '../../text/message';
import { escaped, page } from './page';
import type { Policies, Policy } from './policies';
import { clockText, idleIn, type Row, rowsOf } from './rows';
import type { Week, WeekDay, WeekSpan } from './week';

/** The lines of a terminal. */
export function scheduleLines(week: Week, policies: Policies, catalog: Catalog): string {
  const rows = rowsOf(week).map((row) => cellsOf(row, catalog));
  const all = [columns(catalog), ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const table = all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const notes = notesOf(week, policies).map((note) => catalog.say(note));
  return [...notes, '', ...table].map((line) => `${line}\n`).join('');
}

/** A page with a picture and a table. */
export function scheduleHtml(week: Week, policies: Policies, heading: Message, catalog: Catalog): ShownSchedule {
  const notes = notesOf(week, policies).map((note) => `<p>${marked(escaped(catalog.say(note)))}</p>`);
  const head = columns(catalog).map((cell) => `<th scope="col">${escaped(cell)}</th>`);
  const rows = rowsOf(week).map((row) => cellsOf(row, catalog).map((cell) => `<td>${escaped(cell)}</td>`));
  const body = rows.map((cells) => `<tr>${cells.join('')}</tr>`).join('\n');
  const table = `<table><thead><tr>${head.join('')}</tr></thead><tbody>\n${body}\n</tbody></table>`;
  return { html: page(catalog.say(heading), [heatMap(week, catalog), ...notes, table].join('\n')) };
}

/** What the texts put between backticks, as a page shows it. */
function marked(html: string): string {
  return html.replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}

function notesOf({ zone }: Week, { list }: Policies): Message[] {
  return [
    zone === '' ? message('schedule.zone.host') : message('schedule.zone', { zone }),
    ...list.map(({ number, periods, idle }) => {
      return message('schedule.policy', { policy: number, periods: allOf(periods), idle });
    }),
    ...list.flatMap(({ number, never }) => neverOf(number, never)),
    ...list.flatMap(({ number, unread }) =>
      unread.map((period) => message('schedule.unread', { policy: number, period })),
    ),
  ];
}

function neverOf(policy: number, never: Policy['never']): Message[] {
  if (!never) return [];
  return [
    never === 'hidden' ? message('schedule.never.hidden', { policy }) : message('schedule.never.no-date', { policy }),
  ];
}

function columns({ say }: Catalog): string[] {
  return [
    say(message('schedule.column.days')),
    say(message('schedule.column.time')),
    say(message('schedule.column.idle')),
    say(message('schedule.column.policy')),
  ];
}

function cellsOf({ days, span }: Row, catalog: Catalog): string[] {
  const [first, last] = days.map((date) => weekday(date, catalog)) as [string, string];
  const { say } = catalog;
  const { policy } = span;
  return [
    days[0] === days[1] ? first : say(message('schedule.days', { first, last })),
    timeOf(span, catalog),
    String(span.idle),
    policy ? String(policy.number) : say(message('schedule.none')),
  ];
}

function timeOf({ from, to }: WeekSpan, { say }: Catalog): string {
  return say(message('schedule.time', { from: clockText(from), to: clockText(to) }));
}

function weekday(date: number, { language }: Catalog, style: 'long' | 'short' = 'long'): string {
  return new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' }).format(date);
}

const LEFT = 56;
const TOP = 22;
const WIDTH = 36;
const HEIGHT = 26;
const LEVELS = 4;

/** Each hour of the week with its number: nobody has to tell colours apart. */
function heatMap(week: Week, catalog: Catalog): string {
  const most = Math.max(1, ...week.days.flatMap(({ spans }) => spans.map(({ idle }) => idle)));
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  const head = hours.map((hour) => text(LEFT + hour * WIDTH + WIDTH / 2, TOP - 7, 'hour', String(hour)));
  const days = week.days.map((day, index) => {
    const top = TOP + index * HEIGHT;
    const name = text(LEFT - 8, top + HEIGHT / 2 + 4, 'day', weekday(day.date, catalog, 'short'));
    return name + hours.map((hour) => cell(day, hour, top, most)).join('');
  });
  const now = marker(week, catalog);
  const size = `0 0 ${LEFT + 24 * WIDTH + 2} ${TOP + 7 * HEIGHT + 2}`;
  const label = escaped(catalog.say(message('schedule.picture')));
  return `<svg viewBox="${size}" role="img" aria-label="${label}">${head.join('')}${days.join('')}${now}</svg>`;
}

function cell({ spans }: WeekDay, hour: number, top: number, most: number): string {
  const idle = idleIn(spans, hour);
  if (!idle) return '';
  const level = Math.ceil((idle.most / most) * LEVELS);
  const left = LEFT + hour * WIDTH;
  const said = idle.least === idle.most ? String(idle.most) : `${idle.least}–${idle.most}`;
  const box = `<rect class="level${level}" x="${left + 1}" y="${top + 1}" width="${WIDTH - 2}" height="${HEIGHT - 2}"/>`;
  return box + text(left + WIDTH / 2, top + HEIGHT / 2 + 4, 'idle', said);
}

function marker({ now }: Week, { say }: Catalog): string {
  const left = LEFT + Math.floor(now.minute / 60) * WIDTH;
  const top = TOP + now.day * HEIGHT;
  const title = escaped(say(message('schedule.now', { time: clockText(now.minute) })));
  return `<rect class="now" x="${left}" y="${top}" width="${WIDTH}" height="${HEIGHT}"><title>${title}</title></rect>`;
}

function text(x: number, y: number, kind: string, said: string): string {
  return `<text class="${kind}" x="${x}" y="${y}">${escaped(said)}</text>`;
}

/** The week of an autoscaler: which policy holds when, in the zones of its policies. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Service } from '../../../../server/service';
import { loadCatalog } from '../../../../server/text/catalog';
import { counted } from '../../../counted';

const catalog = loadCatalog();
/** A Wednesday. */
const MOMENT = Date.UTC(2026, 0, 14, 12, 30);

function scheduleOf(text: string, moment = MOMENT) {
  const service = new Service({});
  const source = { uri: 'file:///a', languageId: 'gitlab-runner-config', version: 1, getText: () => text };
  return service.previews.schedule(source, undefined, moment);
}

function rows(text: string, moment = MOMENT): string[] {
  const lines = scheduleOf(text, moment)?.lines(catalog).split('\n') ?? assert.fail('there is none');
  return lines
    .slice(lines.findIndex((line) => line.startsWith('Days')) + 1, -1)
    .map((line) => line.replace(/ {2,}/g, ' | '));
}

function notes(text: string): string[] {
  return scheduleOf(text)?.lines(catalog).split('\n\n')[0]?.split('\n') ?? [];
}

const policy = (idle: number, periods?: string, zone?: string) =>
  `[[runners.autoscaler.policy]]\nidle_count = ${idle}\n${periods ? `periods = ${periods}\n` : ''}${zone ? `timezone = "${zone}"\n` : ''}`;
const runner = (...policies: string[]) =>
  `[[runners]]\nexecutor = "docker-autoscaler"\n[runners.autoscaler]\n${policies.join('')}`;

test('the last policy that matches counts, to the minute', () =>
  assert.deepEqual(rows(runner(policy(1), policy(5, '["* 8-17 * * mon-fri", "30-59 7 * * mon-fri"]'))), [
    'Monday – Friday | 00:00–07:30 | 1 | 1',
    'Monday – Friday | 07:30–18:00 | 5 | 2',
    'Monday – Friday | 18:00–24:00 | 1 | 1',
    'Saturday – Sunday | 00:00–24:00 | 1 | 1',
  ]));

test('where none holds, none is idle', () =>
  assert.deepEqual(rows(runner(policy(2, '["* * * * sun"]'))), [
    'Monday – Saturday | 00:00–24:00 | 0 | none',
    'Sunday | 00:00–24:00 | 2 | 1',
  ]));

test('each policy has its own zone; the week is that of the first that names one', () => {
  const text = runner(policy(1, '["* 9 * * *"]', 'Europe/Berlin'), policy(3, '["* 0 * * *"]', 'Asia/Kolkata'));
  assert.match(notes(text)[0] ?? '', /Europe\/Berlin/);
  assert.deepEqual(
    rows(text).filter((row) => !row.endsWith('none')),
    [
      'Monday – Sunday | 09:00–10:00 | 1 | 1',
      // 0:00 in India is 19:30 of the day before.
      'Monday – Sunday | 19:30–20:30 | 3 | 2',
    ],
  );
});

test('in the night in which clocks are set forward there is an hour less, in the other one an hour more', () => {
  const text = runner(policy(1, '["* 2 * * *"]', 'Europe/Berlin'));
  const sunday = (moment: number) => rows(text, moment).filter((row) => /Sunday/.test(row));
  assert.deepEqual(sunday(Date.UTC(2026, 2, 26)), [
    'Sunday | 00:00–02:00 | 0 | none',
    'Sunday | 03:00–24:00 | 0 | none',
  ]);
  assert.deepEqual(sunday(Date.UTC(2026, 9, 22)), [
    'Sunday | 00:00–02:00 | 0 | none',
    'Sunday | 02:00–03:00 | 1 | 1',
    'Sunday | 02:00–03:00 | 1 | 1',
    'Sunday | 03:00–24:00 | 0 | none',
  ]);
});

test('the hour that is missing or twice is where the zone has it, and a zone without summer time has neither', () => {
  const sunday = (zone: string, moment: number, periods = '["* 1-2 * * *"]') =>
    rows(runner(policy(1, periods, zone)), moment).flatMap((row) => {
      const [days = '', ...rest] = row.split(' | ');
      return days.endsWith('Sunday') ? rest.slice(0, 2).join(' ') : [];
    });
  const [march, november] = [Date.UTC(2026, 2, 5), Date.UTC(2026, 9, 29)];
  assert.deepEqual(sunday('America/New_York', march), ['00:00–01:00 0', '01:00–02:00 1', '03:00–24:00 0']);
  assert.deepEqual(sunday('America/New_York', november), [
    '00:00–01:00 0',
    '01:00–02:00 1',
    '01:00–03:00 1',
    '03:00–24:00 0',
  ]);
  for (const moment of counted([march, november], 2)) {
    assert.deepEqual(sunday('Asia/Kolkata', moment), ['00:00–01:00 0', '01:00–03:00 1', '03:00–24:00 0']);
  }
  // Half an hour: clocks show 1:30 to 2:00 twice in April, and nothing between 2:00 and 2:30 in October.
  assert.deepEqual(sunday('Australia/Lord_Howe', Date.UTC(2026, 3, 1)), [
    '00:00–01:00 0',
    '01:00–02:00 1',
    '01:30–03:00 1',
    '03:00–24:00 0',
  ]);
  assert.deepEqual(sunday('Australia/Lord_Howe', Date.UTC(2026, 9, 1)), [
    '00:00–01:00 0',
    '01:00–02:00 1',
    '02:30–03:00 1',
    '03:00–24:00 0',
  ]);
});

test('in the weeks in which clocks are changed the page has each hour that there is, and now is marked by the clock', () => {
  const text = runner(policy(1), policy(5, '["* 2 * * *"]', 'Europe/Berlin'));
  const htmlAt = (moment: number) => scheduleOf(text, moment)?.html(catalog).html ?? '';
  const cells = (html: string) => html.match(/<rect class="level/g)?.length;
  // Berlin, 29 March: no hour at 2.
  const march = htmlAt(Date.UTC(2026, 2, 29, 1, 30));
  assert.equal(cells(march), 7 * 24 - 1);
  // 25 October: the hour at 2 is one cell, though it is twice; half past two is now in both.
  const [first, second] = [htmlAt(Date.UTC(2026, 9, 25, 0, 30)), htmlAt(Date.UTC(2026, 9, 25, 1, 30))];
  assert.equal(cells(first), 7 * 24);
  const now = (html: string) => /<rect class="now"[^>]*>/.exec(html)?.[0];
  assert.ok(now(first));
  assert.equal(now(first), now(second));
});

test('a zone whose clocks skip midnight has its whole week', () => {
  const all = rows(runner(policy(1, undefined, 'America/Santiago')), Date.UTC(2026, 8, 3));
  assert.deepEqual(all, ['Monday – Saturday | 00:00–24:00 | 1 | 1', 'Sunday | 01:00–24:00 | 1 | 1']);
});

test('periods of docker+machine have seconds and years, and what they do not say is in the table around', () => {
  const text = `[[runners]]\nexecutor = "docker+machine"\n[runners.machine]\nIdleCount = 4\n[[runners.machine.autoscaling]]\nPeriods = ["* * 9-16 ? * mon-fri *"]\nIdleCount = 50\nTimezone = "UTC"\n`;
  assert.deepEqual(rows(text), [
    'Monday – Friday | 00:00–09:00 | 4 | none',
    'Monday – Friday | 09:00–17:00 | 50 | 1',
    'Monday – Friday | 17:00–24:00 | 4 | none',
    'Saturday – Sunday | 00:00–24:00 | 4 | none',
  ]);
});

test('policies that never hold are named: those that a later one hides, and those without a date', () => {
  const text = runner(
    policy(1, '["* 9 * * *"]'),
    policy(2, '["* * 31 feb *"]'),
    policy(3),
    policy(4, '["* * * * mon#1"]'),
  );
  assert.deepEqual(notes(text).slice(5), [
    'Policy 1 never holds: a later one always wins.',
    'Policy 2 never holds: there is no such date.',
    'A period of policy 4 is left out, as it is not understood here: `* * * * mon#1`',
  ]);
  assert.ok(!notes(runner(policy(2, '["* * 29 feb *"]'))).some((note) => note.includes('never')));
});

test('as a page it has a number in each hour, the moment that it is, a table, and nothing that runs', () => {
  const html = scheduleOf(runner(policy(1), policy(5, '["30-59 8 * * mon"]')))?.html(catalog).html ?? '';
  assert.equal(html.match(/<rect class="level/g)?.length, 7 * 24);
  assert.match(html, /<text class="idle"[^>]*>1–5<\/text>/);
  assert.match(html, /<rect class="now" x="488" y="74"/);
  assert.match(html, /<code>30-59 8 \* \* mon<\/code>/);
  assert.doesNotMatch(html, /`/);
  assert.match(html, /<table>.*<th scope="col">Policy<\/th>/s);
  assert.doesNotMatch(html, /<script|\son\w+=|https?:/);
  const hostile = runner(policy(1, '["<b> & \\"x"]'));
  assert.doesNotMatch(scheduleOf(hostile)?.html(catalog).html ?? '', /<b>/);
});

test('a runner without policies has none, and a zone that is none holds never', () => {
  assert.equal(scheduleOf('[[runners]]\nexecutor = "shell"\n'), undefined);
  assert.equal(scheduleOf(''), undefined);
  assert.deepEqual(rows(runner(policy(1, undefined, 'Mars/Base'))), ['Monday – Sunday | 00:00–24:00 | 0 | none']);
});

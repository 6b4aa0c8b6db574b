import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grammarNamed } from '../../../server/values/all';
import { periodInWords } from '../../../server/values/period-in-words';
import { context } from '../findings';

function said(text: string): string | undefined {
  const words = periodInWords(text);
  return words && context.say(words);
}

test('a period in words', () => {
  for (const [period, words] of [
    ['* * * * *', 'always'],
    ['* * * * 0-6', 'always'],
    ['* 8-17 * * mon-fri', 'Monday to Friday, from 08:00 to 17:59'],
    ['* 0-7,18-23 * * 1-5', 'Monday to Friday, from 00:00 to 07:59 and from 18:00 to 23:59'],
    ['* * * * SAT,sun', 'Saturday and Sunday, all day'],
    ['* * * * 6,7', 'Saturday and Sunday, all day'],
    ['30 9 * * *', 'every day, in the minute 09:30'],
    ['0 * * * *', 'every day, in minute 0 of each hour'],
    ['*/30 9-17 * * *', 'every day, in minutes 0 and 30 of each hour from 09:00 to 17:59'],
    ['0-29 9,14 * * *', 'every day, from 09:00 to 09:29 and from 14:00 to 14:29'],
    ['* * 1 * *', 'on day 1 of the month, all day'],
    ['* 22 1-7 dec *', 'on days 1 to 7 of the month in December, from 22:00 to 22:59'],
    ['* * * jan-mar fri', 'Friday in January to March, all day'],
  ] as const) {
    assert.equal(said(period), words, period);
  }
});

test('nothing is said of what crons read in several ways, of long lists, and of what is none', () => {
  for (const period of [
    '* * 1 * mon',
    '* * L * *',
    '* */2 * * *',
    '* * * *',
    '* * * * fri-mon',
    '* 17-8 * * *',
    '',
    `* ${'1,'.repeat(99)}1 * * *`,
  ]) {
    assert.equal(said(period), undefined, period);
  }
});

test('those of docker+machine have seconds and years, which are left out where each of them is meant', () => {
  const { read, say } = grammarNamed('cron-machine');
  const words = (text: string) => {
    const message = say?.(read(text).value ?? '');
    return message && context.say(message);
  };
  assert.equal(words('* * 9-17 * * mon-fri *'), 'Monday to Friday, from 09:00 to 17:59');
  assert.equal(words('* 9-17 ? * mon-fri'), 'Monday to Friday, from 09:00 to 17:59');
  assert.equal(words('* 9-17 * * mon-fri *'), 'Monday to Friday, from 09:00 to 17:59');
  assert.equal(words('0 0 9 * * * *'), undefined, 'the first second of a minute');
  assert.equal(words('* * 9-17 * * * 2026'), undefined);
});

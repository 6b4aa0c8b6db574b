import assert from 'node:assert/strict';
import { test } from 'node:test';
import valueAliases from '../../../schemas/value-aliases.json';
import { message } from '../../../server/text/message';
import { timezone } from '../../../server/values/timezone';
import { counted } from '../../counted';
import { skip, verdictsOf } from './verdicts';

test('a time zone is what the runner finds in the zone table', { skip }, () => {
  const verdicts = verdictsOf('timezone');
  assert.ok(verdicts.length > 5);
  for (const { input, accepted } of verdicts) {
    assert.equal(timezone.read(input).problems.length === 0, accepted, JSON.stringify(input));
  }
});

test('a wrong time zone is told what one looks like', () => {
  assert.deepEqual(timezone.read('Europe/Berlin').problems, []);
  assert.deepEqual(
    timezone.read('Berlin').problems.map((problem) => problem.message),
    [message('invalid-value.time-zone', { outcome: 'refused', text: 'Berlin' })],
  );
});

test('the case of a name is repaired', () => {
  const repaired = (text: string) => timezone.read(text).problems.map((problem) => problem.repaired);
  assert.deepEqual(repaired('europe/berlin'), ['Europe/Berlin']);
  assert.deepEqual(repaired('utc'), ['UTC']);
  assert.deepEqual(timezone.read('utc').problems[0]?.guessed, undefined);
});

test('a misspelled name has the nearest one, a city its zone; of two as near none is guessed', () => {
  for (const [text, meant] of counted([
    ['Europe/Berln', 'Europe/Berlin'],
    ['Europ/Berlin', 'Europe/Berlin'],
    ['Europe/Berlin ', 'Europe/Berlin'],
    ['America/New York', 'America/New_York'],
    ['Asia/Shanghia', 'Asia/Shanghai'],
    ['Berlin', 'Europe/Berlin'],
    ['new_york', 'America/New_York'],
    ['local', 'Local'],
    ['Asia/Beijing', 'Asia/Shanghai'],
    ['Beijing', 'Asia/Shanghai'],
    ['Mars/Phobos', undefined],
    ['Europe', undefined],
    ['GMT+25', undefined],
    ['+08:00', undefined],
    ['x'.repeat(100_000), undefined],
  ] as const)) {
    const [problem] = timezone.read(text).problems;
    assert.deepEqual([problem?.repaired, problem?.guessed], [meant, true], text.slice(0, 40));
  }
});

test('what other names stand for are zones', () => {
  for (const zone of counted(Object.values(valueAliases.time_zone)))
    assert.deepEqual(timezone.read(zone).problems, [], zone);
});

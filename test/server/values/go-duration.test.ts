import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goDuration, parseDuration, sayDuration } from '../../../server/values/go-duration';
import { SLACK } from '../../slack';
import { said } from '../said';
import { skip, verdictsOf } from './verdicts';

test('a duration is what Go reads as one, and as long', { skip }, () => {
  const verdicts = verdictsOf('go-duration');
  assert.ok(verdicts.length > 20);
  for (const { input, accepted, means } of verdicts) {
    const wanted = typeof means === 'object' ? means.nanoseconds : undefined;
    assert.equal(parseDuration(input), accepted ? wanted : undefined, JSON.stringify(input));
    const { value, problems } = goDuration.read(input);
    assert.deepEqual([value !== undefined, problems.length === 0], [accepted, accepted], JSON.stringify(input));
  }
});

test('durations in words', () => {
  const inWords = (text: string) => said(sayDuration(parseDuration(text) ?? Number.NaN));
  assert.equal(inWords('1h30m'), '1 hour 30 minutes');
  assert.equal(inWords('90s'), '1 minute 30 seconds');
  assert.equal(inWords('0'), '0 seconds');
  assert.equal(inWords('1.5h'), '1 hour 30 minutes');
  assert.equal(inWords('-5m'), 'minus 5 minutes');
  assert.equal(inWords('48h'), '2 days');
  assert.equal(inWords('1µs'), '1 microsecond');
  assert.equal(inWords('0.3s'), '300 milliseconds');
  assert.equal(inWords('26h3m4.5s'), '1 day 2 hours 3 minutes');
});

test('what is wrong is said of the whole text, with the text as it was meant', () => {
  const repaired = (text: string) => {
    const [problem] = goDuration.read(text).problems;
    assert.deepEqual([problem?.start, problem?.end, problem?.refused], [0, text.length, true], text);
    return problem?.repaired;
  };
  assert.equal(repaired('3600 s'), '3600s');
  assert.equal(repaired('1 h 30 min'), '1h30m');
  assert.equal(repaired('15min'), '15m');
  assert.equal(repaired('1d'), '24h');
  assert.equal(repaired('2 Weeks'), '336h');
  // Of what nobody said, nothing is guessed.
  for (const text of ['20', '', 'm', '1h30', '1,5h', '1e3s', '5 moons', '1.5d']) {
    assert.equal(repaired(text), undefined, text);
  }
});

test('a duration that 64 bits do not hold is too long', () => {
  assert.equal(goDuration.read('9999999h').problems[0]?.message.id, 'invalid-value.duration.too-long');
  assert.equal(goDuration.read('soon').problems[0]?.message.id, 'invalid-value.duration');
});

test('the longest durations are read to the nanosecond', () => {
  const isRead = (text: string) => goDuration.read(text).problems.length === 0;
  for (const text of [
    '9223372036854775807ns',
    '-9223372036854775808ns',
    '2562047h47m16.854775807s',
    '-2562047h47m16.854775808s',
    '9223372036854775.807us',
    '9223372036.8547758071s',
    '00000000000000000000000000001s',
  ]) {
    assert.ok(isRead(text), text);
  }
  for (const text of [
    '9223372036854775808ns',
    '-9223372036854775809ns',
    '2562047h47m16.854775808s',
    '1h9223372036854775807ns',
    '2562048h',
  ]) {
    assert.ok(!isRead(text), text);
  }
});

test('a long text that is no duration is refused at once', () => {
  const start = performance.now();
  assert.equal(parseDuration(`${'1'.repeat(1_000_000)}x`), undefined);
  assert.equal(goDuration.read(`${'1h'.repeat(300_000)}x`).value, undefined);
  assert.ok(performance.now() - start < 1000 * SLACK);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { durationInWords, parseDuration } from '../../../server/values/duration';
import { SLACK } from '../../slack';
import { skip, verdictsOf } from './verdicts';

test('a duration is what Go reads as one, and as long', { skip }, () => {
  const verdicts = verdictsOf('go-duration');
  assert.ok(verdicts.length > 20);
  for (const { input, accepted, means } of verdicts) {
    const wanted = typeof means === 'object' ? means.nanoseconds : undefined;
    assert.equal(parseDuration(input), accepted ? wanted : undefined, JSON.stringify(input));
  }
});

test('durations in words', () => {
  const said = (text: string) => durationInWords(parseDuration(text) as number);
  assert.equal(said('1h30m'), '1 hour 30 minutes');
  assert.equal(said('90s'), '1 minute 30 seconds');
  assert.equal(said('0'), '0 seconds');
  assert.equal(said('1.5h'), '1 hour 30 minutes');
  assert.equal(said('-5m'), 'minus 5 minutes');
  assert.equal(said('48h'), '2 days');
  assert.equal(said('1µs'), '1 microsecond');
  assert.equal(said('0.3s'), '300 milliseconds');
});

test('a long text that is no duration is refused at once', () => {
  const start = performance.now();
  assert.equal(parseDuration(`${'1'.repeat(1_000_000)}x`), undefined);
  assert.equal(parseDuration(`${'1h'.repeat(300_000)}x`), undefined);
  assert.ok(performance.now() - start < 1000 * SLACK);
});

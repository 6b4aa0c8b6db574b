import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayBytes } from '../../../server/values/bytes';
import { dockerMemory } from '../../../server/values/docker-memory';
import { sayAmount } from '../../../server/values/units';
import { said } from '../said';
import { skip, verdictsOf } from './verdicts';

test("Docker's memory is what the runner reads as one", { skip }, () => {
  const verdicts = verdictsOf('docker-memory');
  assert.ok(verdicts.length > 10);
  for (const { input, accepted, means } of verdicts) {
    assert.equal(dockerMemory.read(input).value, accepted ? means : undefined, JSON.stringify(input));
  }
});

test('bytes in words', () => {
  assert.equal(said(sayBytes(134_217_728)), '128 MiB (134,217,728 bytes)');
  assert.equal(said(sayBytes(1)), '1 byte');
  assert.equal(said(sayBytes(0)), '0 bytes');
  assert.equal(said(sayBytes(1_610_612_736)), '1.5 GiB (1,610,612,736 bytes)');
  assert.equal(said(sayBytes(1_000_000)), 'about 976.6 KiB (1,000,000 bytes)');
});

test('amounts of other units', () => {
  assert.equal(said(sayAmount(1, 'cores')), '1 core');
  assert.equal(said(sayAmount(0.5, 'cores')), '0.5 cores');
  assert.equal(said(sayAmount(4096, 'KiB')), '4 MiB (4,194,304 bytes)');
  assert.equal(said(sayAmount(2000, 'ms')), '2 seconds');
  assert.equal(said(sayAmount(120, 's')), '2 minutes');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesInWords, parseDockerMemory, parseQuantity } from '../../../server/values/size';
import { skip, verdictsOf } from './verdicts';

test('a quantity is what Kubernetes reads as one', { skip }, () => {
  const verdicts = verdictsOf('k8s-quantity');
  assert.ok(verdicts.length > 10);
  for (const { input, accepted, means } of verdicts) {
    const amount = parseQuantity(input);
    assert.equal(amount !== undefined, accepted, JSON.stringify(input));
    if (typeof means === 'object' && amount !== undefined) {
      assert.ok(Math.abs(amount - Number(means.value)) <= Math.abs(amount) * 1e-9, `${input}: ${amount}`);
    }
  }
});

test("Docker's memory is what the runner reads as one", { skip }, () => {
  const verdicts = verdictsOf('docker-memory');
  assert.ok(verdicts.length > 10);
  for (const { input, accepted, means } of verdicts) {
    assert.equal(parseDockerMemory(input), accepted ? means : undefined, JSON.stringify(input));
  }
});

test('bytes in words', () => {
  assert.equal(bytesInWords(134_217_728), '128 MiB (134,217,728 bytes)');
  assert.equal(bytesInWords(1), '1 byte');
  assert.equal(bytesInWords(1_000_000), 'about 976.6 KiB (1,000,000 bytes)');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueInWords } from '../../../server/features/value-in-words';
import { context, documentOf } from '../findings';

function said(path: string, value: string): string | undefined {
  const pair = documentOf(`x = ${value}\n`).syntax.sections[0]?.pairs[0];
  const key = context.schema.byPath(path);
  if (!pair || !key) return assert.fail(path);
  const words = valueInWords(pair.value, key);
  return words && context.say(words);
}

test('what a value amounts to', () => {
  assert.equal(said('runners[].unhealthy_interval', '"1h30m"'), '1 hour 30 minutes');
  assert.equal(said('runners[].unhealthy_interval', '60'), '60 nanoseconds: an integer is a number of nanoseconds');
  assert.equal(said('runners[].docker.memory', '"1.5g"'), '1.5 GiB (1,610,612,736 bytes)');
  assert.equal(said('runners[].kubernetes.cpu_limit', '"500m"'), '0.5 cores');
  assert.equal(said('runners[].kubernetes.memory_limit', '"2Gi"'), '2 GiB (2,147,483,648 bytes)');
  assert.equal(said('runners[].output_limit', '4096'), '4 MiB (4,194,304 bytes)');
  assert.equal(said('check_interval', '120'), '2 minutes');
  assert.equal(said('runners[].kubernetes.retry_backoff_max', '2000'), '2 seconds');
});

test('what a text of several parts means', () => {
  assert.equal(said('runners[].autoscaler.policy[].periods', '"* * * * sat,sun"'), 'Saturday and Sunday, all day');
  assert.equal(said('runners[].docker.cpuset_cpus', '"0-2,5"'), '4 of them: 0, 1, 2, and 5');
  assert.equal(said('runners[].docker.cpuset_cpus', '"0-31"'), '32 of them, from 0 to 31');
  assert.equal(said('runners[].docker.cpuset_cpus', '"0-31,40"'), '33 of them');
  assert.equal(said('runners[].docker.cpuset_cpus', '"0-2,1"'), undefined);
  assert.equal(said('runners[].docker.volumes', '"/a:/b:ro"'), '`/a` of the host at `/b`, read-only');
  assert.equal(said('runners[].docker.volumes', '"data:/b:rw,z"'), 'the volume `data` at `/b`');
  assert.equal(said('runners[].docker.volumes', '"/cache"'), undefined);
});

test('what says enough by itself, or nothing', () => {
  assert.equal(said('concurrent', '4'), undefined);
  assert.equal(said('check_interval', '0'), undefined);
  assert.equal(said('runners[].unhealthy_interval', '"soon"'), undefined);
  assert.equal(said('runners[].docker.memory', '""'), undefined);
});

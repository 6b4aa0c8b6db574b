/** A long log is read piece by piece, fast and in bounded memory. `JOB_LOG_MEGABYTES=100` reads as much. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainLog } from '../../../server/joblog/explain';
import { SLACK } from '../../slack';

const MEGABYTES = Number(process.env.JOB_LOG_MEGABYTES ?? 16);
const SLOWEST = 40;
const MOST_MEMORY = 64;
const PIECE = 1 << 16;

/** What a build prints: colours, timestamps, words that errors have too. */
const lines = [
  (n: number) => `[${n}] Compiling module src/components/widget_${n}.ts -> dist/widget_${n}.js (${n % 97} ms)`,
  (n: number) => `\x1b[32m  ok\x1b[0m renders the list number ${n} of the page without error (${n % 50} ms)`,
  (n: number) => `2024-05-01T10:00:04.123456Z 01O Downloading https://repo.example.com/org/lib-${n}/1.${n}/lib.jar`,
  (n: number) => `WARNING: line ${n}: error: cannot find the docker daemon config, permission denied for user`,
  (n: number) => `npm warn deprecated package-${n}@1.0.${n}: this library is not supported, Job failed before`,
];

function* log(): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode('Running with gitlab-runner 17.5.3 (12030cf4)\n$ make\n');
  let text = '';
  for (let n = 0, length = 0; length < MEGABYTES * 1e6; n++) {
    text += `${lines[n % lines.length]?.(n)}\n`;
    if (text.length < PIECE) continue;
    length += text.length;
    yield encoder.encode(text);
    text = '';
  }
  yield encoder.encode(
    'ERROR: Job failed (system failure): waiting for pod running: timed out waiting for pod to start.\n',
  );
}

test(`a log of ${MEGABYTES} MB is read at ${SLOWEST} MB/s or faster, within ${MOST_MEMORY} MB`, () => {
  const pieces = [...log()];
  explainLog(pieces.slice(0, 20));
  const before = process.memoryUsage().rss;
  let peak = 0;
  let fastest = Number.POSITIVE_INFINITY;
  for (let time = 0; time < 3; time++) {
    const start = performance.now();
    const { errors } = explainLog(watched(pieces, () => (peak = Math.max(peak, process.memoryUsage().rss))));
    fastest = Math.min(fastest, performance.now() - start);
    assert.deepEqual(
      errors.map(({ id }) => id),
      ['k8s-pod-start-timeout'],
    );
  }
  const rate = MEGABYTES / (fastest / 1000);
  assert.ok(rate > SLOWEST / SLACK, `${rate.toFixed(0)} MB/s`);
  const memory = (peak - before) / (1 << 20);
  assert.ok(memory < MOST_MEMORY, `${memory.toFixed(0)} MB more`);
});

function* watched(pieces: readonly Uint8Array[], look: () => void): Generator<Uint8Array> {
  for (const [index, piece] of pieces.entries()) {
    if (index % 50 === 0) look();
    yield piece;
  }
}

/**
 * Logs that are full of errors are read nearly as fast as others, whatever surrounds the errors, and in bounded memory. Times are those of
 * the processor, beside those of a plain pass over the same bytes: another program may have it for a while.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainLog } from '../../../server/joblog/explain';
import { counted } from '../../counted';
import samples from '../../data/job-log-samples.json';
import { SLACK } from '../../slack';

const MEGABYTES = Number(process.env.JOB_LOG_MEGABYTES ?? 8);
const MOST_MEMORY = 64;
/** So many plain passes one reading may take: it takes 16 to 41, whatever else the machine does. */
const MOST_PASSES = 55 * Math.ceil(SLACK / 5);
const PIECE = 1 << 16;

const all = counted(Object.values(samples).flat(), 200);

/** Numbers that look random, the same in each run. */
let seed = 1;
function random(below: number): number {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return (seed >>> 8) % below;
}

const any = () => all[random(all.length)] ?? '';
const varied = (text: string) => text.replace(/\d+/g, () => String(random(100_000)));
const cut = (row: string, half = row.length >> 1) =>
  `2024-05-01T10:00:00.1Z 00O ${row.slice(0, half)}\n2024-05-01T10:00:00.2Z 00O+${row.slice(half)}`;
const begin =
  'Running with gitlab-runner 17.5.3 (1)\n  on a t1_abc123, system ID: s_1\nPreparing the "docker" executor\n';
const ends = ['Job succeeded', 'ERROR: Job failed: exit code 1', 'ERROR: Job failed (system failure): x'];

/** What comes over and over. */
const logs: readonly (readonly [string, () => string])[] = [
  ['one error after the other', any],
  ['errors in colours', () => `\x1b[0;33m${any()}\x1b[0;m`],
  [
    'errors behind timestamps, cut in two',
    () =>
      any()
        .split('\n')
        .map((row) => cut(row))
        .join('\n'),
  ],
  [
    'errors in JSON',
    () => JSON.stringify({ level: 'error', msg: any(), job: random(1e6), time: '2024-05-01T10:00:00Z' }),
  ],
  ['many small jobs', () => `${begin}${any()}\n${ends[random(ends.length)]}`],
  ['errors with other values each time', () => varied(any())],
  ['very long lines', () => Array.from({ length: 3000 }, () => any().replaceAll('\n', ' ')).join(' ')],
  ['nothing but ends of jobs', () => `ERROR: Job failed (system failure): ${varied(any())}`],
];

function piecesOf(line: () => string, megabytes: number): Uint8Array[] {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  for (let length = 0; length < megabytes * 1e6; ) {
    let text = '';
    while (text.length < PIECE) text += `${line()}\n`;
    pieces.push(encoder.encode(text));
    length += text.length;
  }
  return pieces;
}

function plainPass(pieces: readonly Uint8Array[]): number {
  let lines = 0;
  for (const piece of pieces) for (let at = 0; at < piece.length; at++) if (piece[at] === 10) lines++;
  return lines;
}

/** The time of the processor that something takes, in milliseconds. */
function timeOf(act: () => unknown): number {
  const before = process.cpuUsage();
  act();
  return process.cpuUsage(before).user / 1000;
}

for (const [name, line] of logs) {
  test(`${name}: ${MEGABYTES} MB are read in the time of ${MOST_PASSES} plain passes`, () => {
    const pieces = piecesOf(line, MEGABYTES);
    let reading = Number.POSITIVE_INFINITY;
    let plain = Number.POSITIVE_INFINITY;
    for (let time = 0; time < 4 && (time < 2 || reading > MOST_PASSES * plain); time++) {
      plain = Math.min(
        plain,
        timeOf(() => assert.ok(plainPass(pieces) > 10)),
      );
      reading = Math.min(
        reading,
        timeOf(() => assert.notEqual(explainLog(pieces).verdict, 'script')),
      );
    }
    assert.ok(reading < MOST_PASSES * plain, `${(reading / plain).toFixed(0)} plain passes of ${plain.toFixed(0)} ms`);
  });
}

test(`of jobs that are over only what is to be said is kept: ${MOST_MEMORY} MB are enough`, () => {
  const job = () =>
    `${begin}${all.map((each) => `ERROR: Job failed: ${varied(each)} ${'x'.repeat(random(300))}`).join('\n')}\n`;
  function* log(): Generator<Uint8Array> {
    for (let count = 0; count < 350; count++) yield new TextEncoder().encode(job());
  }
  explainLog(piecesOf(job, 0.1));
  const before = process.memoryUsage().rss;
  let peak = 0;
  function* watched(): Generator<Uint8Array> {
    for (const piece of log()) {
      peak = Math.max(peak, process.memoryUsage().rss);
      yield piece;
    }
  }
  assert.ok(explainLog(watched()).errors.length > 50);
  const memory = (peak - before) / (1 << 20);
  assert.ok(memory < MOST_MEMORY, `${memory.toFixed(0)} MB more`);
});

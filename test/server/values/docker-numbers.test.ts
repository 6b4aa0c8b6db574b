/** Docker's keys of memory, processors and limits. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dockerMemory } from '../../../server/values/docker-memory';
import type { Grammar } from '../../../server/values/grammar';
import { rational } from '../../../server/values/rational';
import { ulimit } from '../../../server/values/ulimit';
import { counted } from '../../counted';
import { SLACK } from '../../slack';
import { briefReportOf, dataReportOf } from '../findings';
import { functionVerdicts, skipFunctions } from './runner-functions';
import { skip, verdictsOf } from './verdicts';

const idOf = (grammar: Grammar, text: string) => grammar.read(text).problems[0]?.message.id;
const repaired = (grammar: Grammar, text: string) => grammar.read(text).problems[0]?.repaired;

test('memory is read as the runner reads it', { skip: skipFunctions }, () => {
  for (const { in: input, out, error } of counted(functionVerdicts('memory'))) {
    if (input === '') continue;
    const { value, problems } = dockerMemory.read(input);
    const isRead = error === undefined && out !== undefined && out >= 0;
    const unread = problems.some(({ message: { id } }) => id !== 'invalid-value.memory.too-small');
    assert.equal(unread, !isRead, `${JSON.stringify(input)}: ${out ?? error}`);
    if (isRead) assert.equal(value, out, input);
  }
});

test('processors are read as the runner reads them', { skip: skipFunctions }, () => {
  for (const { in: input, out, error } of counted(functionVerdicts('cpus'))) {
    if (input === '') continue;
    const { value, problems } = rational.read(input);
    assert.equal(idOf(rational, input) === 'invalid-value.cpus', error !== undefined, JSON.stringify(input));
    // What is too large for 64 bits is no number of processors either.
    if (problems.length > 0 || out === undefined || out < 0) continue;
    assert.ok(Math.abs(Number(value) * 1e9 - out) <= 1 + out * 1e-9, `${input}: ${value}, ${out}`);
  }
});

test('processors and limits are what the runner reads as such', { skip }, () => {
  for (const [name, grammar] of [
    ['cpu-string', rational],
    ['ulimit', ulimit],
  ] as const) {
    for (const { input, accepted } of counted(verdictsOf(name))) {
      const isNegative = idOf(grammar, input) === 'invalid-value.cpus.negative';
      const isUnset = grammar === rational && input === '';
      if (!isUnset) assert.equal(grammar.read(input).problems.length === 0 || isNegative, accepted, input);
    }
  }
});

test('limits are read as the runner reads them', { skip: skipFunctions }, () => {
  for (const { in: input, error } of counted(functionVerdicts('ulimit'))) {
    assert.equal(idOf(ulimit, input) === 'invalid-value.ulimit', error !== undefined, JSON.stringify(input));
  }
});

test('a size that the runner ends over is an error, with the size that was meant', () => {
  const wanted = {
    '512Mi': '512m',
    '2Gi': '2g',
    '2 gigs': '2g',
    '1gig': '1g',
    '1,5g': '1.5g',
    ' 512m ': '512m',
    '1 Gigabyte': '1g',
  };
  for (const [text, meant] of counted(Object.entries(wanted))) {
    assert.equal(idOf(dockerMemory, text), 'invalid-value.memory', text);
    assert.equal(repaired(dockerMemory, text), meant);
    assert.deepEqual(dockerMemory.read(meant).problems, []);
  }
  for (const text of ['lots', 'm', '10%', '1mi b', '1..5']) assert.equal(repaired(dockerMemory, text), undefined, text);
  assert.deepEqual(dataReportOf('[[runners]]\n  [runners.docker]\n    image = "a"\n    memory = "512Mi"\n'), [
    '4 error invalid-value «"512Mi"»: invalid-value.memory text=512Mi',
  ]);
});

test('no limit is a key that is not there or is empty, not a negative number', () => {
  assert.equal(idOf(dockerMemory, '-1'), 'invalid-value.memory.negative');
  assert.equal(idOf(rational, '-1'), 'invalid-value.cpus.negative');
  for (const grammar of [dockerMemory, rational]) assert.deepEqual(grammar.read('').problems, []);
  assert.deepEqual(dockerMemory.read('0').problems, []);
});

test('a size without a unit is bytes, and too small for a container', () => {
  assert.equal(idOf(dockerMemory, '512'), 'invalid-value.memory.too-small');
  assert.equal(repaired(dockerMemory, '512'), '512m');
  assert.equal(repaired(dockerMemory, '5m'), undefined);
  assert.deepEqual(dockerMemory.read('6m').problems, []);
  assert.equal(idOf(dockerMemory, '9000p'), 'invalid-value.memory.too-large');
});

test('millicores, commas and units are processors to the runner as numbers alone', () => {
  const wanted = { '500m': '0.5', '0,5': '0.5', '2 cpus': '2', ' 1': '1', '1500m': '1.5' };
  for (const [text, meant] of counted(Object.entries(wanted))) assert.equal(repaired(rational, text), meant, text);
  assert.equal(repaired(rational, '50%'), undefined);
});

test('limits without their words, names and blanks', () => {
  const wanted = {
    unlimited: '-1',
    'nofile=1024:2048': '1024:2048',
    '1024 : 2048': '1024:2048',
    '1024/2048': '1024:2048',
  };
  for (const [text, meant] of counted(Object.entries(wanted))) assert.equal(repaired(ulimit, text), meant, text);
  assert.equal(repaired(ulimit, '1k'), undefined);
});

test('a soft limit above the hard one is refused by the kernel', () => {
  assert.equal(repaired(ulimit, '2048:1024'), '1024:2048');
  assert.equal(idOf(ulimit, '-1:1024'), 'invalid-value.ulimit.order');
  for (const text of ['1024', '1024:2048', '-1', '-1:-1', '1024:-1', '0:0'])
    assert.deepEqual(ulimit.read(text).problems, []);
});

test('the limits of a map are judged one by one', () => {
  const text = (limits: string) => `[[runners]]\n  [runners.docker]\n    image = "a"\n${limits}`;
  assert.deepEqual(
    briefReportOf(text('    [runners.docker.ulimit]\n      nofile = "1024:2048"\n      core = "unlimited"\n')),
    ['6 error invalid-value «"unlimited"»'],
  );
  assert.deepEqual(briefReportOf(text('    ulimit = { nofile = "1k" }\n')), ['4 error invalid-value «"1k"»']);
});

test('hostile texts are read at once', () => {
  const start = performance.now();
  for (const grammar of [dockerMemory, rational, ulimit]) {
    for (const part of ['1', ' ', '1 ', '0x', '_1', '.', '-', '1:', 'g']) grammar.read(part.repeat(500_000));
  }
  assert.ok(performance.now() - start < 1500 * SLACK);
});

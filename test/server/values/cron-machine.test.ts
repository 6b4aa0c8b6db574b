import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { message } from '../../../server/text/message';
import { cronMachine } from '../../../server/values/cron-machine';
import { SLACK } from '../../slack';
import { skip, verdictsOf } from './verdicts';

test('a period is what the runner reads as one', { skip }, () => {
  const verdicts = verdictsOf('cron-machine');
  assert.ok(verdicts.length > 10);
  for (const { input, accepted } of verdicts) {
    const crash = 'invalid-value.period.reversed';
    const problems = cronMachine.read(input).problems.filter((found) => found.refused && found.message.id !== crash);
    assert.equal(problems.length === 0, accepted, `${JSON.stringify(input)}: ${JSON.stringify(problems)}`);
  }
});

test('a period is refused where the library refuses it or crashes over it, and nowhere else', () => {
  const lines = readFileSync('test/fixtures/cron-verdicts.txt', 'utf8').split('\n');
  const verdicts = lines.filter((line) => line.includes('\t')).map((line) => line.split('\t') as [string, string]);
  assert.ok(verdicts.length > 1000);
  for (const [verdict, expression] of verdicts) {
    const { problems } = cronMachine.read(expression);
    const isRefused = problems.some(({ refused }) => refused);
    assert.equal(isRefused, verdict !== 'accepted', `${JSON.stringify(expression)}: ${JSON.stringify(problems)}`);
  }
});

const idOf = (text: string) => cronMachine.read(text).problems.map((problem) => problem.message.id);
const refusedIn = (text: string) => cronMachine.read(text).problems.map((problem) => problem.refused);
const repaired = (text: string) => cronMachine.read(text).problems.map((problem) => problem.repaired);

test('what is wrong with a period is said of the entry of its field', () => {
  assert.deepEqual(cronMachine.read('* * 9-17 * * mon-fri *').problems, []);
  const period = '* *  8,25 * * * *';
  assert.deepEqual(cronMachine.read(period).problems, [
    {
      start: 7,
      end: 9,
      message: message('invalid-value.period.entry', { entry: '25', period, field: 'hour' }),
      refused: true,
      repaired: undefined,
    },
  ]);
});

test('fields that are missing are said of the whole period', () => {
  const [problem] = cronMachine.read('* * *').problems;
  assert.deepEqual([problem?.start, problem?.end], [0, 5]);
  assert.deepEqual(problem?.message, message('invalid-value.period.fields', { text: '* * *', count: 3 }));
});

test('a step that the field has no room for is refused, with the largest that it takes', () => {
  for (const [period, maximum] of [
    ['*/60 * * * *', 59],
    ['0 */24 * * *', 23],
    ['* * * * 1-5/7', 6],
    ['* * 3/32 * *', 31],
    ['*/0 * * * *', 59],
  ] as const) {
    const [problem] = cronMachine.read(period).problems;
    assert.equal(problem?.message.id, 'invalid-value.period.step', period);
    assert.equal(problem?.message.args?.maximum, maximum, period);
  }
});

test('commas too many, and what stands behind the seventh field or a `*`, the runner passes over', () => {
  for (const period of [
    '0 8,12, * * *',
    '0 ,8 * * *',
    '0 8,,12 * * *',
    '* * * * * *,1',
    '@daily x',
    '* * * * * * * x',
  ]) {
    assert.deepEqual(cronMachine.read(period).problems, [], period);
  }
  // The fields of days are read to their end.
  assert.deepEqual(refusedIn('* * *,x * *'), [true]);
  assert.deepEqual(refusedIn('* , * * *'), [true]);
});

test('a range that ends before it starts matches nothing, and an hour that has nothing else crashes the runner', () => {
  assert.deepEqual(
    [idOf('* * * * sat-sun'), refusedIn('* * * * sat-sun')],
    [['invalid-value.period.reversed'], [false]],
  );
  assert.deepEqual([idOf('* 9-5 * * *'), refusedIn('* 9-5 * * *')], [['invalid-value.period.reversed'], [true]]);
  assert.deepEqual(refusedIn('* 9-5,12 * * *'), [false]);
  assert.deepEqual(refusedIn('* * * nov-feb *'), [true]);
  assert.deepEqual(idOf('* 9-5,* * * *'), []);
});

test('a month or a day with a zero in front is read as 0', () => {
  assert.deepEqual([idOf('0 0 1 01 *'), refusedIn('0 0 1 01 *')], [['invalid-value.period.zero'], [false]]);
  assert.deepEqual(repaired('0 0 1 01-06 *'), ['0 0 1 1-6 *']);
  assert.deepEqual(repaired('* * * * 01-07'), ['* * * * *']);
  assert.deepEqual(idOf('05 07 01 * 07'), []);
});

test('what was meant is offered as the whole period', () => {
  assert.deepEqual(repaired('?/2 * * * *'), ['*/2 * * * *']);
  assert.deepEqual(repaired('007 * * * *'), ['7 * * * *']);
  assert.deepEqual(repaired('@Daily'), ['@daily']);
  assert.deepEqual(repaired('* 22-6 * * *'), ['* 22-23,0-6 * * *']);
  assert.deepEqual(repaired('* * * * fri-sun'), ['* * * * fri-sat,sun']);
  assert.deepEqual(repaired('* * * nov-feb *'), ['* * * nov-dec,jan-feb *']);
  assert.deepEqual(repaired('* * * * 1-7'), ['* * * * *']);
  // It may be an afternoon, and an hour may have been meant for the step.
  assert.deepEqual(repaired('* 9-5 * * *'), [undefined]);
  assert.deepEqual(repaired('*/60 * * * *'), [undefined]);
});

test('a long period is read at once', () => {
  const start = performance.now();
  for (const part of ['1,', '1-', '0', '*/', '@daily', ' ', '?/']) {
    cronMachine.read(`${part.repeat(200_000)} * * * * *`);
  }
  assert.ok(performance.now() - start < 3000 * SLACK);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { message } from '../../../server/text/message';
import { cronMachine } from '../../../server/values/cron-machine';
import { skip, verdictsOf } from './verdicts';

test('a period is what the runner reads as one', { skip }, () => {
  const verdicts = verdictsOf('cron-machine');
  assert.ok(verdicts.length > 10);
  for (const { input, accepted } of verdicts) {
    const { problems } = cronMachine.read(input);
    assert.equal(problems.length === 0, accepted, `${JSON.stringify(input)}: ${JSON.stringify(problems)}`);
  }
});

test('what is wrong with a period is said of the entry of its field', () => {
  assert.deepEqual(cronMachine.read('* * 9-17 * * mon-fri *').problems, []);
  const period = '* *  8,25 * * * *';
  assert.deepEqual(cronMachine.read(period).problems, [
    {
      start: 7,
      end: 9,
      message: message('invalid-value.period.entry', { entry: '25', period, field: 'hour' }),
      refused: true,
    },
  ]);
});

test('fields that are missing are said of the whole period', () => {
  const [problem] = cronMachine.read('* * *').problems;
  assert.deepEqual([problem?.start, problem?.end], [0, 5]);
  assert.deepEqual(problem?.message, message('invalid-value.period.fields', { text: '* * *', count: 3 }));
});

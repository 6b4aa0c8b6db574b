/** Periods that hold for a moment again and again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted } from '../../../counted';
import { briefReportOf, fixed } from '../../findings';
import { autoscaling, machine, policy, scaled } from './scaled';

test('a period that holds for a moment', () => {
  const text = (period: string) => scaled(policy(`["${period}"]`));
  assert.deepEqual(briefReportOf(text('0 9-17 * * mon-fri')), [
    '11 warning periods-not-continuous «"0 9-17 * * mon-fri"»',
  ]);
  assert.match(fixed(text('0 9-17 * * *'), 'Change to `"* 9-17 * * *"`'), /"\* 9-17 \* \* \*"/);
  for (const moment of counted(['*/5 * * * *', '0,30 8 * * *']))
    assert.equal(briefReportOf(text(moment)).length, 1, moment);
  for (const span of counted(['* 9 * * *', '0-30 9 * * *', '*/1 * * * *', '0,1 * * * *']))
    assert.deepEqual(briefReportOf(text(span)), [], span);
});

test('five and six fields of docker+machine are a second of each minute', () => {
  const wanted = {
    '* 9-17 * * mon-fri': '* * 9-17 * * mon-fri *',
    '0 9-17 * * mon-fri': '* * 9-17 * * mon-fri *',
    '* 9-17 * * mon-fri 2030': '* * 9-17 * * mon-fri 2030',
    '0 0 9-17 * * mon-fri *': '* * 9-17 * * mon-fri *',
  };
  for (const [period, meant] of counted(Object.entries(wanted))) {
    const before = machine(autoscaling(period));
    assert.deepEqual(briefReportOf(before), [`12 warning periods-not-continuous «"${period}"»`]);
    assert.deepEqual(briefReportOf(fixed(before, `Change to \`"${meant}"\``)), []);
  }
});

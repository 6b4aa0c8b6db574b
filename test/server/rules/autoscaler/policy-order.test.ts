/** A policy that a later one hides. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted } from '../../../counted';
import { briefReportOf, dataReportOf, fixed } from '../../findings';
import { autoscaling, machine, policy, scaled } from './scaled';

test('a policy below that always matches hides those above it, and moves to the front', () => {
  const before = scaled(
    `${policy('["* 8-15 * * mon-fri"]', '      idle_count = 1\n')}${policy('["* * * * *"]', '      idle_count = 0\n')}`,
  );
  assert.deepEqual(dataReportOf(before), [
    '10 warning policy-order «runners.autoscaler.policy»: policy-order always=yes',
  ]);
  const after = fixed(before, 'Move the policy that always matches to the front');
  assert.match(after, /"\* \* \* \* \*"\]\n {6}idle_count = 0\n.*\n.*"\* 8-15 \* \* mon-fri"\]\n {6}idle_count = 1\n$/);
  assert.deepEqual(briefReportOf(after), []);
});

test('what no periods are set for always matches; comments of a policy go along', () => {
  const before = scaled(
    `${policy('["* 8-15 * * *"]')}\n    # The rest\n    [[runners.autoscaler.policy]]\n      idle_count = 0 # none\n`,
  );
  assert.deepEqual(briefReportOf(before), ['10 warning policy-order «runners.autoscaler.policy»']);
  assert.deepEqual(briefReportOf(fixed(before, 'Move the policy that always matches to the front')), []);
});

test('a policy that a wider one of the same zone hides', () => {
  const both = (later: string, first = '["* 8-15 * * mon-fri"]') =>
    briefReportOf(scaled(`${policy(first)}${policy(later)}`)).length;
  for (const wider of counted(['["* 8-15 * * *"]', '["* 7-18 * * 1-5"]', '["* 0-11 * * *", "* 8-17 * * mon-fri"]']))
    assert.equal(both(wider), 1, wider);
  for (const other of counted([
    '["* 9-15 * * mon-fri"]',
    '["* 8-15 1 * mon-fri"]',
    '["* 8-15 * * L"]',
    '["* 0-11 * * *", "* 12-23 * * *"]',
    '["* 0-23 * * mon-fri"]\n      timezone = "Asia/Tokyo"',
  ]))
    assert.equal(both(other), 0, other);
  // Either of two kinds of days, or both: nobody knows.
  assert.equal(both('["* * 1 * *"]', '["* * 1 * mon"]'), 0);
  assert.equal(both('["* * * * *"]\n      timezone = "Asia/Tokyo"'), 1);
});

test('the periods of docker+machine are hidden likewise', () => {
  const before = machine(`${autoscaling('* * 9-17 * * mon-fri *')}${autoscaling('* * * * * * *')}`);
  assert.deepEqual(briefReportOf(before), ['11 warning policy-order «runners.machine.autoscaling»']);
  assert.deepEqual(
    briefReportOf(machine(`${autoscaling('* * * * * * *')}${autoscaling('* * 9-17 * * mon-fri *')}`)),
    [],
  );
});

test('a period of one year, or of one second, hides no other', () => {
  for (const later of counted(['* * * * * * 2030', '0 * * * * * *', '* * 9-17 * * mon-fri 2030']))
    assert.deepEqual(
      briefReportOf(machine(`${autoscaling('* * 9-17 * * mon-fri *')}${autoscaling(later)}`)).filter((each) =>
        each.includes('policy-order'),
      ),
      [],
      later,
    );
});

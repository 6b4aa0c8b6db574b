/** Each error is recognised by what the runner prints of it, first and by its own entry. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knownErrors } from '../../../server/joblog/entries';
import { explainLog, explainText } from '../../../server/joblog/explain';
import { textsOf } from '../../../server/joblog/texts';
import { counted } from '../../counted';
import samples from '../../data/job-log-samples.json';

const all = counted(Object.entries(samples), 214);

test('there is a sample of each entry', () => {
  assert.deepEqual(
    Object.keys(samples).sort(),
    knownErrors()
      .map(({ id }) => id)
      .sort(),
  );
});

/** The stream that the runner gives the lines of an error: its own, or the one of the job. */
const streams = new Map(knownErrors().map(({ id, scopes }) => [id, scopes.includes('runner') ? '00O' : '01O']));

for (const [id, lines] of all) {
  const stream = streams.get(id);

  test(`${id} is recognised`, () => {
    for (const sample of counted(lines)) {
      const { errors, verdict } = explainText(sample);
      assert.equal(errors[0]?.id, id, sample);
      assert.equal(verdict, 'runner');
    }
  });

  test(`${id} is recognised in colours, behind timestamps, with Windows line ends, and in two pieces`, () => {
    for (const sample of counted(lines)) {
      const rows = sample.split('\n');
      const ways = [
        rows.map((row) => `\x1b[0;33m${row}\x1b[0;m`).join('\n'),
        rows.map((row) => `2024-05-01T10:00:00.123456Z ${row}`).join('\r\n'),
        rows.map((row) => `2024-05-01T10:00:00.123456Z ${stream} ${row}`).join('\n'),
      ];
      for (const way of ways) assert.equal(explainText(way).errors[0]?.id, id, way);
      const bytes = new TextEncoder().encode(sample);
      const half = bytes.length >> 1;
      assert.equal(explainLog([bytes.subarray(0, half), bytes.subarray(half)]).errors[0]?.id, id);
    }
  });

  test(`${id} is recognised when the runner cut the line for its length`, () => {
    for (const sample of counted(lines).filter((line) => !line.includes('\n') && !line.startsWith('{'))) {
      const half = sample.length >> 1;
      const [first, second] = [sample.slice(0, half), sample.slice(half)];
      const way = `2024-05-01T10:00:00.123456Z ${stream} ${first}\n2024-05-01T10:00:00.223456Z ${stream}+${second}`;
      assert.equal(explainText(way).errors[0]?.id, id, way);
    }
  });

  test(`${id} says all that it says: no place is left empty`, () => {
    for (const sample of counted(lines)) {
      const [error] = explainText(sample).errors;
      const { what, outside = '' } = textsOf('en', id, error?.captures ?? {});
      assert.doesNotMatch(what + outside, /<\w+>|undefined/);
      assert.doesNotMatch(JSON.stringify(error?.edits), /\{[a-z]+(?:\|\w+)?\}/);
    }
  });
}

/** The facts beside the project: their samples, the lines that people post most, logs in real formats, and logs without a fault of the runner. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { explainText } from '../../../server/joblog/explain';
import { counted } from '../../counted';

const FILE = '../shared/facts/job-log.json';

interface Facts {
  readonly entries: readonly { readonly id: string; readonly samples: readonly string[] }[];
  readonly most_posted: readonly { readonly line: string; readonly right_entry: string }[];
  readonly logs: readonly { readonly id: string; readonly text: string; readonly expected: readonly string[] }[];
  readonly negative_logs: readonly { readonly id: string; readonly text: string }[];
}

const skip = existsSync(FILE) ? false : `${FILE} is not here: its samples and logs were NOT read`;
const facts: Facts | undefined = skip ? undefined : JSON.parse(readFileSync(FILE, 'utf8'));

describe('the facts about job logs', { skip }, () => {
  test('each sample is recognised first by its own entry', () => {
    for (const { id, samples } of counted(facts?.entries ?? [], 194)) {
      for (const sample of counted(samples)) assert.equal(explainText(sample).errors[0]?.id, id, sample);
    }
  });

  test('the lines that people post most are explained by the right entry', () => {
    for (const { line, right_entry } of counted(facts?.most_posted ?? [], 44)) {
      assert.equal(explainText(line).errors[0]?.id, right_entry, line);
    }
  });

  for (const { id, text, expected } of facts?.logs ?? []) {
    test(`the log ${id} is explained, and by one cause`, () => {
      const { errors } = explainText(text);
      assert.ok(expected.includes(errors[0]?.id ?? 'none'), errors.map((error) => error.id).join());
      assert.equal(errors.length, 1);
    });
  }

  for (const { id, text } of facts?.negative_logs ?? []) {
    test(`the log ${id} holds no fault of the runner`, () => {
      const { errors, verdict } = explainText(text);
      assert.deepEqual(errors, []);
      assert.equal(verdict, text.includes('Job succeeded') ? 'succeeded' : 'script');
    });
  }

  test('all logs were read', () => {
    counted(facts?.logs ?? [], 35);
    counted(facts?.negative_logs ?? [], 16);
  });
});

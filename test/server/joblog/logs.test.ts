/** Logs as runners of several versions print them, with what is to be said of each. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainText } from '../../../server/joblog/explain';
import { counted } from '../../counted';
import logs from '../../data/job-logs.json';

for (const { id, text, expected, verdict } of counted(logs, 172)) {
  test(`${id} is ${expected.join() || verdict}`, () => {
    const found = explainText(text);
    assert.deepEqual([found.verdict, found.errors.map((error) => error.id)], [verdict, expected]);
  });
}

/** What rules say of short texts, and which fixes they have: `*` is preferred, `!` made unasked. */
import assert from 'node:assert/strict';
import { counted } from '../../counted';
import { dataReportOf, fixKinds } from '../findings';

interface Said {
  readonly text: string;
  readonly findings: readonly string[];
  readonly fixes: readonly string[];
}

export function says(cases: readonly Said[]): void {
  for (const { text, ...said } of counted(cases))
    assert.deepEqual({ findings: dataReportOf(text), fixes: fixKinds(text) }, said, text);
}

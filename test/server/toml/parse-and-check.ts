/** What must hold for every text that is read. */
import assert from 'node:assert/strict';
import { createDocument } from '../../../server/meaning/create-document';
import { said } from '../said';
import { stopwatch } from './stopwatch';

/** Parses and checks what must hold for every text. Returns the milliseconds that parsing took. */
export function parseAndCheck(text: string): number {
  const watch = stopwatch();
  const { syntax, syntaxProblems } = createDocument('file:///config.toml', text);
  const time = watch();
  const ends = syntax.tokenEnds;
  assert.equal(ends.length === 0 ? 0 : ends[ends.length - 1], text.length, 'the tokens cover the text');
  for (let index = 1; index < ends.length; index++)
    assert.ok((ends[index] as number) > (ends[index - 1] as number), 'no token is empty');
  let last = 0;
  for (const { start: from, end, message } of syntaxProblems) {
    assert.ok(from >= last && end >= from && end <= text.length, 'problems are in order and inside the text');
    assert.ok(said(message).length < 260, 'no message is a wall of text');
    last = from;
  }
  let sectionEnd = 0;
  for (const section of syntax.sections) {
    assert.equal(section.start, sectionEnd, 'sections cover the text');
    sectionEnd = section.end;
  }
  assert.equal(sectionEnd, text.length, 'sections cover the text');
  return time;
}

/** The time of the quickest of a few runs: another process may have held the machine. */
export function quickest(text: string, limit: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 5 && best > limit; run++) best = Math.min(best, parseAndCheck(text));
  return best;
}

/** Applies the edits of a formatter, and refuses those that no formatter may make. */
import assert from 'node:assert/strict';
import type { TextEdit } from '../../../server/text/edit';

/** The text after the edits. They must be in order, must not overlap and must replace white space by white space. */
export function applyWhiteSpaceEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, newText } of edits) {
    assert.ok(start >= at && end >= start, `edit at ${start} overlaps the one before`);
    const old = text.slice(start, end);
    assert.match(old + newText, /^[ \t\r\n]*$/, `edit at ${start} touches more than white space`);
    assert.notEqual(old, newText, `edit at ${start} changes nothing`);
    for (const border of [start, end])
      assert.notEqual(text.slice(border - 1, border + 1), '\r\n', 'an edit cuts a CRLF');
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}

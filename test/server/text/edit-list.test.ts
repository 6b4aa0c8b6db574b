import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TextEdit } from '../../../server/text/edit';
import { EditList } from '../../../server/text/edit-list';

const edit = (start: number, end: number, newText = ''): TextEdit => ({ start, end, newText });

function kept(...fixes: TextEdit[][]): string[] {
  const list = new EditList();
  for (const edits of fixes) list.add(edits);
  return list.edits.map(({ start, end, newText }) => `${start}-${end}${newText}`);
}

test('edits are kept in the order of the text', () => {
  assert.deepEqual(kept([edit(8, 9, 'b')], [edit(2, 3, 'a')], [edit(20, 20, 'c')]), ['2-3a', '8-9b', '20-20c']);
});

test('a fix with an edit in the way of another fix is left out as a whole', () => {
  assert.deepEqual(kept([edit(4, 8, 'a')], [edit(20, 21, 'b'), edit(6, 7, 'b')]), ['4-8a']);
  assert.deepEqual(kept([edit(4, 8, 'a')], [edit(8, 8, 'b')], [edit(4, 4, 'c')], [edit(9, 9, 'd')]), ['4-8a', '9-9d']);
  assert.deepEqual(kept([edit(0, 100)], [edit(40, 41, 'a')]), ['0-100']);
});

test('lines that are removed may follow each other', () => {
  assert.deepEqual(kept([edit(0, 5)], [edit(5, 10)], [edit(10, 15)], [edit(14, 16)]), ['0-5', '5-10', '10-15']);
});

test('the edits of one fix may touch', () => {
  assert.deepEqual(kept([edit(3, 3, '['), edit(3, 4, '')]), ['3-3[', '3-4']);
});

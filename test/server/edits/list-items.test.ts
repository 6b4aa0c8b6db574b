import assert from 'node:assert/strict';
import { test } from 'node:test';
import { removeItem } from '../../../server/edits/list-items';
import { applyEdits } from '../../../server/text/edit';
import { documentOf } from '../findings';

/** The list without its item at this place. */
function without(list: string, index: number): string | undefined {
  const document = documentOf(`a = ${list}\n`);
  const value = document.syntax.sections[0]?.pairs[0]?.value;
  if (value?.type !== 'array') return assert.fail(list);
  const edit = removeItem(document, value, value.items[index] ?? assert.fail(list));
  return edit && applyEdits(document.text, [edit]).slice(4, -1);
}

test('the first, the last, the one between, the only one', () => {
  assert.equal(without('["a", "b", "c"]', 0), '["b", "c"]');
  assert.equal(without('["a", "b", "c"]', 1), '["a", "c"]');
  assert.equal(without('["a", "b", "c",]', 2), '["a", "b",]');
  assert.equal(without('["a"]', 0), '[]');
  assert.equal(without('[ "a" , ]', 0), '[]');
  assert.equal(without('[ # why\n "a" ]', 0), '[ # why\n  ]');
  assert.equal(without('[ # why\n "a" , ]', 0), '[ # why\n  ]');
  assert.equal(without('[ # why\n "a"\n, ]', 0), '[ # why\n  ]');
});

test('over several lines', () => {
  assert.equal(without('[\n  "a",\n  "b",\n]', 0), '[\n  "b",\n]');
  assert.equal(without('[\n  "a",\n  "b",\n]', 1), '[\n  "a",\n]');
});

test('a comment is not taken along', () => assert.equal(without('[\n  "a", # why\n  "b",\n]', 1), undefined));

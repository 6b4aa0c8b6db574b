import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Located, type TableView, tableView } from '../../../server/meaning/table-view';
import { documentOf } from '../findings';

const text = `
Name = "a"
limit = 3
factor = 1.5
debug = true
tags = ["x", 'y', 4]
[docker]
  image = "alpine"
  [[docker.services]]
    name = "db"
  [[docker.services]]
    name = "cache"
[machine]
  options = { a = "b" }
  periods = [{ idle = 1 }, { idle = 2 }]
`;

function viewOf(source: string): TableView {
  return tableView(documentOf(source).model.root);
}

/** A value and how it is written. */
function seen<T>(found: Located<T> | undefined): readonly [T, string] | undefined {
  return found && [found.value, text.slice(found.span.start, found.span.end)];
}

test('values of their type, with their place', () => {
  const view = viewOf(text);
  assert.deepEqual(seen(view.string('Name')), ['a', '"a"']);
  assert.deepEqual(seen(view.number('limit')), [3, '3']);
  assert.deepEqual(seen(view.number('factor')), [1.5, '1.5']);
  assert.deepEqual(seen(view.flag('debug')), [true, 'true']);
  assert.equal(view.string('Name')?.member.key.name, 'Name');
});

test('names are found ignoring their case, as the runner does', () => {
  const view = viewOf(text);
  assert.equal(view.string('name')?.value, 'a');
  assert.equal(view.flag('DEBUG')?.value, true);
  assert.equal(view.table('Docker')?.string('Image')?.value, 'alpine');
  assert.deepEqual([view.has('LIMIT'), view.has('limits')], [true, false]);
});

test('of two spellings the one that is asked for', () =>
  assert.equal(viewOf('NAME = "a"\nname = "b"\n').string('name')?.value, 'b'));

test('a value of another type is none', () => {
  const view = viewOf(text);
  assert.equal(view.string('limit'), undefined);
  assert.equal(view.number('debug'), undefined);
  assert.equal(view.flag('Name'), undefined);
  assert.equal(view.list('Name'), undefined);
  assert.equal(view.table('limit'), undefined);
  assert.equal(view.string('docker'), undefined);
  assert.equal(view.string('nothing'), undefined);
});

test('the texts of a list, each with its place', () => {
  const list = viewOf(text).list('tags');
  assert.equal(list && text.slice(list.span.start, list.span.end), `["x", 'y', 4]`);
  assert.deepEqual(list?.value.map(seen), [
    ['x', '"x"'],
    ['y', "'y'"],
  ]);
});

test('tables and lists of tables, by headers or in braces', () => {
  const view = viewOf(text);
  const names = view
    .table('docker')
    ?.tables('services')
    .map((service) => service.string('name')?.value);
  assert.deepEqual(names, ['db', 'cache']);
  const machine = view.table('machine');
  assert.equal(machine?.table('options')?.string('a')?.value, 'b');
  assert.deepEqual(
    machine?.tables('periods').map((period) => period.number('idle')?.value),
    [1, 2],
  );
  assert.deepEqual(view.tables('docker'), []);
});

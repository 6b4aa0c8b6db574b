import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixed, fixTitles, reportOf } from '../findings';

test('two spellings of one key', () => {
  const text = `concurrent = 1
Concurrent = 2
`;
  assert.deepEqual(reportOf(text), [
    '2 warning duplicate-key «Concurrent»: `Concurrent` and `concurrent` are the same key to the runner, which takes one of the two values at random. Keep one.',
  ]);
  assert.deepEqual(fixTitles(text), ['Remove `Concurrent`', 'Remove `concurrent`']);
  const after = fixed(text, 'Remove `Concurrent`');
  assert.equal(after, 'concurrent = 1\n');
  assert.deepEqual(reportOf(after), []);
  const after1 = fixed(text, 'Remove `concurrent`');
  assert.equal(after1, 'Concurrent = 2\n');
  assert.deepEqual(reportOf(after1), [
    '1 hint key-case «Concurrent»: The documented spelling is `concurrent`. The runner ignores the case of keys.',
  ]);
});

test('two spellings with one value', () => {
  const text = `concurrent = 1
Concurrent = 1
`;
  assert.deepEqual(reportOf(text), [
    '2 warning duplicate-key «Concurrent»: `Concurrent` and `concurrent` are the same key to the runner, which takes one of the two values at random. Keep one.',
  ]);
  assert.deepEqual(fixTitles(text), ['Remove `Concurrent`', 'Remove `concurrent`']);
  const after = fixed(text, 'Remove `Concurrent`');
  assert.equal(after, 'concurrent = 1\n');
  assert.deepEqual(reportOf(after), []);
  const after1 = fixed(text, 'Remove `concurrent`');
  assert.equal(after1, 'Concurrent = 1\n');
  assert.deepEqual(reportOf(after1), [
    '1 hint key-case «Concurrent»: The documented spelling is `concurrent`. The runner ignores the case of keys.',
  ]);
});

test('the same key twice is an error of the syntax', () => {
  const text = `concurrent = 1
concurrent = 1 # again
`;
  assert.deepEqual(reportOf(text), [
    '2 error duplicate-key «concurrent»: `concurrent` is already defined in this table. Remove one of the two.',
  ]);
  assert.deepEqual(fixTitles(text), ['Remove this one', 'Remove the first one']);
  const after = fixed(text, 'Remove this one');
  assert.equal(after, 'concurrent = 1\n');
  assert.deepEqual(reportOf(after), []);
  const after1 = fixed(text, 'Remove the first one');
  assert.equal(after1, 'concurrent = 1 # again\n');
  assert.deepEqual(reportOf(after1), []);
});

test('in braces', () => {
  const twice = '[[runners]]\n  docker = { image = "a", image = "b" }\n';
  assert.deepEqual(fixTitles(twice), ['Remove this one', 'Remove the first one']);
  assert.equal(fixed(twice, 'Remove this one'), '[[runners]]\n  docker = { image = "a" }\n');
  assert.equal(fixed(twice, 'Remove the first one'), '[[runners]]\n  docker = { image = "b" }\n');
  const spellings = '[[runners]]\n  docker = { services = [{ name = "a", Name = "b" }] }\n';
  assert.deepEqual(fixTitles(spellings).slice(0, 2), ['Remove `Name`', 'Remove `name`']);
  assert.equal(fixed(spellings, 'Remove `Name`'), '[[runners]]\n  docker = { services = [{ name = "a" }] }\n');
  const deep = '[[runners]]\n  docker = { services = [{ name = "a" }, { name = "b", name = "b" }] }\n';
  assert.equal(
    fixed(deep, 'Remove this one'),
    '[[runners]]\n  docker = { services = [{ name = "a" }, { name = "b" }] }\n',
  );
});

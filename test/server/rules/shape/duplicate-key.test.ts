import assert from 'node:assert/strict';
import { test } from 'node:test';
import { briefReportOf, dataReportOf, fixed, fixedAll, fixTitles } from '../../findings';

test('two spellings of one key', () => {
  const text = `concurrent = 1
Concurrent = 2
`;
  assert.deepEqual(dataReportOf(text), [
    '2 warning duplicate-key «Concurrent»: duplicate-key.values key=Concurrent other=concurrent',
  ]);
  assert.deepEqual(fixTitles(text), ['Remove `Concurrent`', 'Remove `concurrent`']);
  const after = fixed(text, 'Remove `Concurrent`');
  assert.equal(after, 'concurrent = 1\n');
  assert.deepEqual(dataReportOf(after), []);
  const after1 = fixed(text, 'Remove `concurrent`');
  assert.equal(after1, 'Concurrent = 2\n');
  assert.deepEqual(dataReportOf(after1), ['1 hint key-case «Concurrent»: key-case key=concurrent']);
});

test('two spellings with one value', () => {
  const text = `concurrent = 1
Concurrent = 1
`;
  assert.deepEqual(dataReportOf(text), [
    '2 warning duplicate-key «Concurrent»: duplicate-key.values key=Concurrent other=concurrent',
  ]);
  assert.deepEqual(fixTitles(text), ['Remove `Concurrent`', 'Remove `concurrent`']);
  const after = fixed(text, 'Remove `Concurrent`');
  assert.equal(after, 'concurrent = 1\n');
  assert.deepEqual(dataReportOf(after), []);
  const after1 = fixed(text, 'Remove `concurrent`');
  assert.equal(after1, 'Concurrent = 1\n');
  assert.deepEqual(dataReportOf(after1), ['1 hint key-case «Concurrent»: key-case key=concurrent']);
});

test('the same key twice is an error of the syntax', () => {
  const text = `concurrent = 1
concurrent = 1 # again
`;
  assert.deepEqual(dataReportOf(text), ['2 error duplicate-key «concurrent»: duplicate-key name=concurrent']);
  assert.deepEqual(fixTitles(text), ['Remove this one', 'Remove the first one']);
  const after = fixed(text, 'Remove this one');
  // A comment says more than the value.
  assert.equal(after, 'concurrent = 1\n# again\n');
  assert.deepEqual(dataReportOf(after), []);
  const after1 = fixed(text, 'Remove the first one');
  assert.equal(after1, 'concurrent = 1 # again\n');
  assert.deepEqual(dataReportOf(after1), []);
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

test('two spellings of a list', () => {
  const text = `[[runners]]
  name = "a"
[[Runners]]
  name = "b"
  [Runners.docker]
    image = "alpine"
`;
  assert.deepEqual(dataReportOf(text), [
    '3 warning duplicate-key «Runners»: duplicate-key.lists key=Runners other=runners',
  ]);
  assert.deepEqual(fixTitles(text), ['Rename to `runners`']);
  const after = fixed(text, 'Rename to `runners`');
  assert.equal(after, text.replaceAll('Runners', 'runners'));
  assert.deepEqual(dataReportOf(after), []);
  assert.equal(fixedAll(text), after);
});

test('the documented spelling of a list comes second', () => {
  const text = '[[Runners]]\n  name = "a"\n[[runners]]\n  name = "b"\n';
  assert.deepEqual(briefReportOf(text), ['3 warning duplicate-key «runners»']);
  assert.equal(fixedAll(text), text.replaceAll('Runners', 'runners'));
});

test('of a table between two spellings nobody knows to which entry it belongs', () => {
  const text = '[[runners]]\n  name = "a"\n[[Runners]]\n  name = "b"\n  [runners.docker]\n    image = "alpine"\n';
  assert.deepEqual(briefReportOf(text), ['3 warning duplicate-key «Runners»']);
  assert.deepEqual(fixTitles(text), ['Rename to `runners`']);
  assert.equal(fixedAll(text), text);
});

test('a rename that defines a table twice is not offered', () => {
  const text = `[[runners]]
[[Runners]]
  [runners.docker]
    image = "alpine"
  [Runners.docker]
    image = "alpine"
`;
  assert.deepEqual(briefReportOf(text), ['2 warning duplicate-key «Runners»']);
  assert.deepEqual(fixTitles(text), []);
});

test('two spellings of a table that hold the same key', () => {
  const text = `[[runners]]
  [runners.docker]
    image = "x"
  [runners.Docker]
    Image = "y"
`;
  assert.deepEqual(dataReportOf(text), [
    '4 warning duplicate-key «Docker»: duplicate-key.tables key=Docker name=Image other=docker',
    '5 hint key-case «Image»: key-case key=image',
  ]);
  assert.deepEqual(fixTitles(text), ['Rename to `image`']);
});

test('two spellings of a table that the runner merges without a loss are a matter of case', () => {
  const text = `[[runners]]
  [runners.docker]
    image = "x"
    sysctls = { a = "1" }
  [runners.Docker]
    privileged = true
    sysctls = { b = "2" }
`;
  assert.deepEqual(briefReportOf(text), ['5 hint key-case «Docker»']);
  assert.deepEqual(fixTitles(text), []);
  assert.deepEqual(briefReportOf(text.replace('b = "2"', 'a = "2"')), ['5 warning duplicate-key «Docker»']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { briefReportOf, dataReportOf, fixed, fixedAll, fixTitles } from '../../findings';

test('with comments and indentation', () => {
  const text = `concurrent = 1

  # Docker
  [runners.docker]
    image = "alpine"
  [runners.cache]
`;
  assert.deepEqual(dataReportOf(text), [
    '4 error missing-runners-header «runners.docker»: missing-runners-header key=[[runners]]',
  ]);
  assert.deepEqual(fixTitles(text), ['Insert `[[runners]]`']);
  const after = fixed(text, 'Insert `[[runners]]`');
  assert.equal(
    after,
    `concurrent = 1

[[runners]]
  # Docker
  [runners.docker]
    image = "alpine"
  [runners.cache]
`,
  );
  assert.deepEqual(dataReportOf(after), []);
});

test('a file that starts with it', () => {
  const text = '\uFEFF[runners.docker]\nimage = "alpine"\n';
  assert.deepEqual(dataReportOf(text), [
    '1 error missing-runners-header «runners.docker»: missing-runners-header key=[[runners]]',
  ]);
  assert.deepEqual(fixTitles(text), ['Insert `[[runners]]`']);
  const after = fixed(text, 'Insert `[[runners]]`');
  assert.equal(after, '\uFEFF[[runners]]\n[runners.docker]\nimage = "alpine"\n');
  assert.deepEqual(dataReportOf(after), []);
});

test('a [[runners]] that comes too late', () => {
  const text = `[runners.docker]
  image = "alpine"
[[runners]]
  name = "a"
`;
  assert.deepEqual(dataReportOf(text), [
    '1 error missing-runners-header «runners.docker»: missing-runners-header key=[[runners]]',
  ]);
  assert.deepEqual(fixTitles(text), ['Insert `[[runners]]`']);
  const after = fixed(text, 'Insert `[[runners]]`');
  assert.equal(
    after,
    `[[runners]]
[runners.docker]
  image = "alpine"
[[runners]]
  name = "a"
`,
  );
  assert.deepEqual(dataReportOf(after), []);
});

test('a table of the runner above it, in another case', () => {
  const text = `[[runners]]
  name = "a"
[[runners]]
  name = "b"
  [Runners.docker]
    image = "alpine"
`;
  assert.deepEqual(dataReportOf(text), [
    '5 hint key-case «Runners»: key-case key=runners',
    '5 error missing-runners-header «Runners.docker»: missing-runners-header.case key=Runners list=[[runners]] name=runners',
  ]);
  assert.deepEqual(fixTitles(text), ['Rename to `runners`', 'Rename to `runners`']);
  const after = fixed(text, 'Rename to `runners`');
  assert.equal(after, text.replace('Runners', 'runners'));
  assert.deepEqual(dataReportOf(after), []);
  assert.equal(fixedAll(text), after);
});

test('the runner is the one in another case', () => {
  const text = '[[Runners]]\n  name = "a"\n  [runners.docker]\n    image = "alpine"\n';
  assert.deepEqual(briefReportOf(text), [
    '1 hint key-case «Runners»',
    '3 error missing-runners-header «runners.docker»',
  ]);
  assert.equal(fixedAll(text), text.replace('Runners', 'runners'));
});

test('a [[runners]] that comes too late, in another case', () => {
  const text = '[Runners.docker]\n  image = "alpine"\n[[runners]]\n  name = "a"\n';
  assert.deepEqual(fixTitles(text), ['Insert `[[runners]]`']);
  const after = fixed(text, 'Insert `[[runners]]`');
  assert.equal(after, `[[runners]]\n${text.replace('Runners', 'runners')}`);
  assert.deepEqual(dataReportOf(after), []);
  assert.equal(fixedAll(text), text);
});

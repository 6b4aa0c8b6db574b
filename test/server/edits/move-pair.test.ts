import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dataReportOf, fixed, fixTitles } from '../findings';

test('the last line has no break', () => {
  const text = '[[runners]]\n  [runners.docker]\n    limit = 2';
  assert.deepEqual(dataReportOf(text), [
    '3 warning misplaced-key «limit»: misplaced-key home=[[runners]] key=limit table=[runners.docker]',
  ]);
  assert.deepEqual(fixTitles(text), ['Move to `[[runners]]`']);
  const after = fixed(text, 'Move to `[[runners]]`');
  assert.equal(after, '[[runners]]\n  limit = 2\n  [runners.docker]');
  assert.deepEqual(dataReportOf(after), []);
});

test('Windows line ends', () => {
  const text = '[[runners]]\r\n  [runners.docker]\r\n    limit = 2\r\n    image = "alpine"\r\n';
  assert.deepEqual(dataReportOf(text), [
    '3 warning misplaced-key «limit»: misplaced-key home=[[runners]] key=limit table=[runners.docker]',
  ]);
  assert.deepEqual(fixTitles(text), ['Move to `[[runners]]`']);
  const after = fixed(text, 'Move to `[[runners]]`');
  assert.equal(after, '[[runners]]\r\n  limit = 2\r\n  [runners.docker]\r\n    image = "alpine"\r\n');
  assert.deepEqual(dataReportOf(after), []);
});

test('a byte order mark', () => {
  const text = '\uFEFF[[runners]]\nconcurrent = 4\n';
  assert.deepEqual(dataReportOf(text), [
    '2 warning misplaced-key «concurrent»: misplaced-key home=top key=concurrent table=[[runners]]',
  ]);
  assert.deepEqual(fixTitles(text), ['Move to the top of the file']);
  const after = fixed(text, 'Move to the top of the file');
  assert.equal(after, '\uFEFFconcurrent = 4\n\n[[runners]]\n');
  assert.deepEqual(dataReportOf(after), []);
});

test('tabs', () => {
  const text = '[[runners]]\n\tname = "a"\n\t[runners.docker]\n\t\tlimit = 2\n';
  assert.deepEqual(dataReportOf(text), [
    '4 warning misplaced-key «limit»: misplaced-key home=[[runners]] key=limit table=[runners.docker]',
  ]);
  assert.deepEqual(fixTitles(text), ['Move to `[[runners]]`']);
  const after = fixed(text, 'Move to `[[runners]]`');
  assert.equal(after, '[[runners]]\n\tname = "a"\n\tlimit = 2\n\t[runners.docker]\n');
  assert.deepEqual(dataReportOf(after), []);
});

test('a list over several lines keeps its lines', () => {
  const text = `[[runners]]
  [runners.docker]
    environment = [
      "A=1", # one
    ]
    image = "alpine"
`;
  assert.deepEqual(dataReportOf(text), [
    '3 warning misplaced-key «environment»: misplaced-key home=[[runners]] key=environment table=[runners.docker]',
  ]);
  assert.deepEqual(fixTitles(text), ['Move to `[[runners]]`']);
  const after = fixed(text, 'Move to `[[runners]]`');
  assert.equal(
    after,
    `[[runners]]
  environment = [
      "A=1", # one
    ]
  [runners.docker]
    image = "alpine"
`,
  );
  assert.deepEqual(dataReportOf(after), []);
});

test('the comments above it and behind it go along, those above the line of another do not', () => {
  const text =
    '[[runners]]\n  [runners.docker]\n    image = "a" # one\n    # why\n    limit = 2 # two\n    # other\n    privileged = true\n';
  assert.equal(
    fixed(text, 'Move to `[[runners]]`'),
    '[[runners]]\n  # why\n  limit = 2 # two\n  [runners.docker]\n    image = "a" # one\n    # other\n    privileged = true\n',
  );
});

test('the lines of a script stay as they are', () => {
  const script = 'pre_build_script = """\n  a\n    b\n"""\n';
  assert.equal(
    fixed(`[[runners]]\n  [runners.docker]\n    ${script}    image = "a"\n`, 'Move to `[[runners]]`'),
    `[[runners]]\n  ${script}  [runners.docker]\n    image = "a"\n`,
  );
});

test('out of braces, wherever in them it stands', () => {
  for (const [inside, left] of [
    ['{ image = "a", limit = 2 }', '{ image = "a" }'],
    ['{ limit = 2, image = "a" }', '{ image = "a" }'],
    ['{ image = "a", limit = 2, privileged = true }', '{ image = "a", privileged = true }'],
    ['{ limit = 2 }', '{}'],
  ] as const) {
    assert.equal(
      fixed(`[[runners]]\n  docker = ${inside}\n`, 'Move to `[[runners]]`'),
      `[[runners]]\n  docker = ${left}\n  limit = 2\n`,
    );
  }
});

test('a dotted key that belongs where it stands loses its prefix', () => {
  assert.equal(
    fixed('[[runners]]\n  docker.limit = 2\n  name = "a"\n', 'Move to `[[runners]]`'),
    '[[runners]]\n  limit = 2\n  name = "a"\n',
  );
  assert.equal(
    fixed('[[runners]]\n  docker.limit = 2 # two\n', 'Move to `[[runners]]`'),
    '[[runners]]\n  limit = 2 # two\n',
  );
});

test('a spelling of the name that the runner reads is kept', () => {
  assert.equal(
    fixed('[[runners]]\n  [runners.docker]\n    Limit = 2\n', 'Move to `[[runners]]`'),
    '[[runners]]\n  Limit = 2\n  [runners.docker]\n',
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixed, fixTitles, reportOf } from '../findings';

test('a backspace in a Windows path', () => {
  const text = `[[runners]]
  builds_dir = "C:\\builds" # Windows
`;
  assert.deepEqual(reportOf(text), [
    '2 warning control-escape «\\b»: `\\b` is a backspace in double quotes, so this path is not what it looks like. Use single quotes, in which a backslash is just a backslash.',
  ]);
  assert.deepEqual(fixTitles(text), ['Use single quotes', 'Double the backslashes']);
  const after = fixed(text, 'Use single quotes');
  assert.equal(
    after,
    `[[runners]]
  builds_dir = 'C:\\builds' # Windows
`,
  );
  assert.deepEqual(reportOf(after), []);
  const after1 = fixed(text, 'Double the backslashes');
  assert.equal(
    after1,
    `[[runners]]
  builds_dir = "C:\\\\builds" # Windows
`,
  );
  assert.deepEqual(reportOf(after1), []);
});

test('in a list of volumes', () => {
  const text = `[[runners]]
  [runners.docker]
    volumes = ["C:\\\\cache:C:\\\\cache", "D:\\temp:C:\\temp"]
`;
  assert.deepEqual(reportOf(text), [
    '3 warning control-escape «\\t»: `\\t` is a tab in double quotes, so this path is not what it looks like. Use single quotes, in which a backslash is just a backslash.',
  ]);
  assert.deepEqual(fixTitles(text), ['Use single quotes', 'Double the backslashes']);
  const after = fixed(text, 'Use single quotes');
  assert.equal(
    after,
    `[[runners]]
  [runners.docker]
    volumes = ["C:\\\\cache:C:\\\\cache", 'D:\\temp:C:\\temp']
`,
  );
  assert.deepEqual(reportOf(after), []);
  const after1 = fixed(text, 'Double the backslashes');
  assert.equal(
    after1,
    `[[runners]]
  [runners.docker]
    volumes = ["C:\\\\cache:C:\\\\cache", "D:\\\\temp:C:\\\\temp"]
`,
  );
  assert.deepEqual(reportOf(after1), []);
});

test('a network path', () => {
  const text = `[[runners]]
  builds_dir = "\\\\server\\builds"
`;
  assert.deepEqual(reportOf(text), [
    '2 warning control-escape «\\b»: `\\b` is a backspace in double quotes, so this path is not what it looks like. Use single quotes, in which a backslash is just a backslash.',
  ]);
  assert.deepEqual(fixTitles(text), ['Use single quotes', 'Double the backslashes']);
  const after = fixed(text, 'Use single quotes');
  assert.equal(
    after,
    `[[runners]]
  builds_dir = '\\\\server\\builds'
`,
  );
  assert.deepEqual(reportOf(after), []);
  const after1 = fixed(text, 'Double the backslashes');
  assert.equal(
    after1,
    `[[runners]]
  builds_dir = "\\\\\\\\server\\\\builds"
`,
  );
  assert.deepEqual(reportOf(after1), []);
});

test('a line break in a script is meant as one', () => {
  const text = `[[runners]]
  pre_build_script = "cd C:\\\\work\\necho done:\\nexit"
`;
  assert.deepEqual(reportOf(text), []);
  assert.deepEqual(fixTitles(text), []);
});

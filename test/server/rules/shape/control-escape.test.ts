import assert from 'node:assert/strict';
import { test } from 'node:test';
import { briefReportOf, dataReportOf, fixed, fixTitles } from '../../findings';

test('a backspace in a Windows path', () => {
  const text = `[[runners]]
  builds_dir = "C:\\builds" # Windows
`;
  assert.deepEqual(dataReportOf(text), ['2 error control-escape «\\b»: control-escape letter=b quotes=single']);
  assert.deepEqual(fixTitles(text), ['Use single quotes', 'Double the backslashes']);
  const after = fixed(text, 'Use single quotes');
  assert.equal(
    after,
    `[[runners]]
  builds_dir = 'C:\\builds' # Windows
`,
  );
  assert.deepEqual(dataReportOf(after), []);
  const after1 = fixed(text, 'Double the backslashes');
  assert.equal(
    after1,
    `[[runners]]
  builds_dir = "C:\\\\builds" # Windows
`,
  );
  assert.deepEqual(dataReportOf(after1), []);
});

test('in a list of volumes', () => {
  const text = `[[runners]]
  [runners.docker]
    volumes = ["C:\\\\cache:C:\\\\cache", "D:\\temp:C:\\temp"]
`;
  assert.deepEqual(dataReportOf(text), ['3 error control-escape «\\t»: control-escape letter=t quotes=single']);
  assert.deepEqual(fixTitles(text), ['Use single quotes', 'Double the backslashes']);
  const after = fixed(text, 'Use single quotes');
  assert.equal(
    after,
    `[[runners]]
  [runners.docker]
    volumes = ["C:\\\\cache:C:\\\\cache", 'D:\\temp:C:\\temp']
`,
  );
  assert.deepEqual(dataReportOf(after), []);
  const after1 = fixed(text, 'Double the backslashes');
  assert.equal(
    after1,
    `[[runners]]
  [runners.docker]
    volumes = ["C:\\\\cache:C:\\\\cache", "D:\\\\temp:C:\\\\temp"]
`,
  );
  assert.deepEqual(dataReportOf(after1), []);
});

test('an escape that TOML does not know in another text of the list is another mistake', () => {
  for (const list of ['["A=C:\\temp", "B=\\q"]', '["B=\\q", "A=C:\\temp"]'])
    assert.deepEqual(
      briefReportOf(`[[runners]]\nenvironment = ${list}\n`).sort(),
      ['2 error bad-escape «\\q»', '2 warning control-escape «\\t»'],
      list,
    );
});

test('a network path', () => {
  const text = `[[runners]]
  builds_dir = "\\\\server\\builds"
`;
  assert.deepEqual(dataReportOf(text), ['2 warning control-escape «\\b»: control-escape letter=b quotes=single']);
  assert.deepEqual(fixTitles(text), ['Use single quotes', 'Double the backslashes']);
  const after = fixed(text, 'Use single quotes');
  assert.equal(
    after,
    `[[runners]]
  builds_dir = '\\\\server\\builds'
`,
  );
  assert.deepEqual(dataReportOf(after), []);
  const after1 = fixed(text, 'Double the backslashes');
  assert.equal(
    after1,
    `[[runners]]
  builds_dir = "\\\\\\\\server\\\\builds"
`,
  );
  assert.deepEqual(dataReportOf(after1), []);
});

test('a line break in a script is meant as one', () => {
  const text = `[[runners]]
  pre_build_script = "cd C:\\\\work\\necho done:\\nexit"
`;
  assert.deepEqual(dataReportOf(text), []);
  assert.deepEqual(fixTitles(text), []);
});

test('a multi-line string', () => {
  const text = `[[runners]]
  builds_dir = """C:\\builds"""
`;
  assert.deepEqual(dataReportOf(text), ['2 warning control-escape «\\b»: control-escape letter=b quotes=triple']);
  assert.deepEqual(fixTitles(text), ["Use `'''`", 'Double the backslashes']);
  const after = fixed(text, "Use `'''`");
  assert.equal(after, "[[runners]]\n  builds_dir = '''C:\\builds'''\n");
  assert.deepEqual(dataReportOf(after), []);
  const after1 = fixed(text, 'Double the backslashes');
  assert.equal(after1, '[[runners]]\n  builds_dir = """C:\\\\builds"""\n');
  assert.deepEqual(dataReportOf(after1), []);
});

test('the lines of a script, each for itself', () => {
  const text = `[[runners]]
  pre_build_script = """
cd C:\\builds
printf 'a\tb: %s' x
D:\\tools
D:\\tools \\
  --flag
"""
`;
  assert.deepEqual(briefReportOf(text), [
    '3 warning control-escape «\\b»',
    '5 warning control-escape «\\t»',
    '6 warning control-escape «\\t»',
  ]);
  // Line 4 holds a tab that is meant, line 6 ends with a backslash that joins it with the next.
  assert.deepEqual(fixTitles(text), ['Double the backslashes', 'Double the backslashes']);
  assert.equal(fixed(text, 'Double the backslashes'), text.replace('C:\\', 'C:\\\\'));
});

test('a script of one line is a path like any other, and a line that ends with an escaped quote is doubled', () => {
  assert.deepEqual(briefReportOf('[[runners]]\npre_build_script = """;C:\\new"""\n'), [
    '2 warning control-escape «\\n»',
  ]);
  const quote = '[[runners]]\npre_build_script = """\nC:\\temp \\" b\n"""\n';
  assert.equal(fixed(quote, 'Double the backslashes'), quote.replace('C:\\', 'C:\\\\'));
});

test('a tab or a line break within a script is meant', () => {
  const line = "printf 'x:\\t%d\\n' 1";
  assert.deepEqual(dataReportOf(`[[runners]]\npre_build_script = """\n${line}\n"""\n`), []);
});

test('beside an escape that TOML does not know nothing is said of the others in the text', () =>
  assert.deepEqual(briefReportOf('[[runners]]\n  builds_dir = "C:\\builds\\qux"\n'), ['2 error bad-escape «\\q»']));

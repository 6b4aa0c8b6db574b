/** Quotes that do not match: one error for one mistake, and a fix that keeps what was written. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { briefReportOf, fixed, fixedAll, fixKinds, fixTitles } from '../findings';

const runner = (line: string) => `[[runners]]\n  ${line}\n  limit = 1\n`;

test('a text over several lines gets three quotes', () => {
  const lines = ['set -e; \\', '    echo "one"; \\', '    FOO=bar', '    echo two'].join('\n');
  const text = runner(`pre_build_script = "${lines}"`);
  assert.deepEqual(briefReportOf(text), [`2 error unterminated-string «"${lines}"»`]);
  const after = fixed(text, 'Use three quotes');
  assert.equal(after, runner(`pre_build_script = """${lines}"""`));
  assert.deepEqual(briefReportOf(after), []);
});

test('in single quotes, and where backslashes are none of TOML', () => {
  assert.equal(
    fixed(runner("pre_build_script = 'a\n    b' # c"), 'Use three quotes'),
    runner("pre_build_script = '''a\n    b''' # c"),
  );
  assert.equal(
    fixed(runner('pre_build_script = "grep \\d\n    b"'), 'Use three quotes'),
    runner("pre_build_script = '''grep \\d\n    b'''"),
  );
});

test('the lines below are their own where a header or a pair comes first', () => {
  for (const text of [
    'name = "a\nurl = "b"\n',
    '[a]\nname = "a\n[b]\nc = 1 # "\n',
    'name = "a\nfoo\n[[runners]] # "\n',
  ])
    assert.ok(briefReportOf(text).includes(`${text.startsWith('[') ? 2 : 1} error unterminated-string «"a»`), text);
});

test('the quote stands before a comment', () => {
  assert.equal(fixed(runner('name = "a # x'), 'Close the string'), runner('name = "a" # x'));
  assert.equal(fixed(runner('name = "a#x'), 'Close the string'), runner('name = "a#x"'));
  assert.equal(fixed(runner('name = "#x'), 'Close the string'), runner('name = "#x"'));
  assert.equal(fixed(runner('name = "a#b #c # d'), 'Close the string'), runner('name = "a#b" #c # d'));
  assert.equal(fixed(runner("name = 'a\t# x"), 'Close the string'), runner("name = 'a'\t# x"));
});

test('where a string ends is a guess', () => {
  const text = runner('name = "a # x');
  assert.deepEqual(fixKinds(text), ['* Close the string']);
  assert.equal(fixedAll(text), text);
});

test('what holds its own quotes gets others', () => {
  for (const [before, after] of [
    ['["A={"x":{"y":1}}"]', `['A={"x":{"y":1}}']`],
    ['["A={"x":1, "y":"z"}", "B=1", "C={"x":2}"]', `['A={"x":1, "y":"z"}', "B=1", 'C={"x":2}']`],
    [`["A={"x":"it's"}"]`, `["A={\\"x\\":\\"it's\\"}"]`],
    ['["A=["x", "y"]", "B"]', `['A=["x", "y"]', "B"]`],
    ['["A={"x":1}"  ,  "B=1"]', `['A={"x":1}'  ,  "B=1"]`],
    ['["A={"x":1}","B={"y":2}"]', `['A={"x":1}','B={"y":2}']`],
    ['["B=1", "A={"x":[1, {"y":2}]}"]', `["B=1", 'A={"x":[1, {"y":2}]}']`],
  ] as const) {
    const text = runner(`environment = ${before}`);
    assert.equal(fixed(text, 'Use single quotes'), runner(`environment = ${after}`));
  }
  assert.equal(
    fixed(runner('pre_build_script = "echo "hi" there"'), 'Use single quotes'),
    runner(`pre_build_script = 'echo "hi" there'`),
  );
});

test('what is behind a value that has no quotes of its own inside is left', () => {
  for (const line of [
    'name = 1 "a"',
    `name = 'a "b" c' d"`,
    'name = "a" b',
    'name = "a"b"',
    'name = """a"b""" c"',
    `environment = ['A={'x':1}']`,
    `name = 'it's'`,
  ])
    assert.ok(!fixTitles(runner(line)).some((title) => title.includes('quotes')), line);
  assert.equal(
    fixed(runner('name = "echo "hi" there"  # c'), 'Use single quotes'),
    runner(`name = 'echo "hi" there'  # c`),
  );
});

test('where nobody can know what was meant nothing is offered', () => {
  assert.deepEqual(
    fixTitles('a = ["/a:/a "/cache"]\n').filter((title) => title.includes('quotes')),
    [],
  );
  assert.deepEqual(
    fixTitles('a = ["a"b", "c"]\n').filter((title) => title.includes('quotes')),
    [],
  );
});

test('a cron expression without quotes is one text', () => {
  const text = (periods: string) => `[[runners]]\n  [[runners.autoscaler.policy]]\n    periods = ${periods}\n`;
  assert.equal(
    fixed(text('[* * 0-7,18-23 * * mon-fri *]'), 'Put it in quotes'),
    text('["* * 0-7,18-23 * * mon-fri *"]'),
  );
  assert.equal(fixed(text('[0 8,20 * * mon-fri]'), 'Put it in quotes'), text('["0 8,20 * * mon-fri"]'));
  assert.deepEqual(
    briefReportOf(text('[0 8 * * 1, * 9 * * 2]')).map((line) => line.split(' ')[2]),
    ['bare-word', 'bare-word'],
  );
});

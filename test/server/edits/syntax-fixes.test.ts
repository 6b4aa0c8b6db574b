import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixed, fixTitles, reportOf } from '../findings';

test('a bare word', () => {
  const text = 'log_level = debug\n';
  assert.deepEqual(reportOf(text), ['1 error bare-word «debug»: Text values need quotes: write "debug".']);
  assert.deepEqual(fixTitles(text), ['Put it in quotes']);
  const after = fixed(text, 'Put it in quotes');
  assert.equal(after, 'log_level = "debug"\n');
  assert.deepEqual(reportOf(after), []);
});

test('a placeholder', () => {
  const text = '[[runners]]\n  token = <TOKEN>\n';
  assert.deepEqual(fixTitles(text), ['Put it in quotes']);
  assert.equal(fixed(text, 'Put it in quotes'), '[[runners]]\n  token = "<TOKEN>"\n');
});

test('no value', () => {
  const text = `concurrent = 1
sentry_dsn = null
log_level = "info"
`;
  assert.deepEqual(reportOf(text), [
    '2 error bare-word «null»: TOML has no `null`. Remove the line: a key that is not set has its default.',
  ]);
  assert.deepEqual(fixTitles(text), ['Remove this line', 'Put it in quotes']);
  const after = fixed(text, 'Remove this line');
  assert.equal(
    after,
    `concurrent = 1
log_level = "info"
`,
  );
  assert.deepEqual(reportOf(after), []);
  const after1 = fixed(text, 'Put it in quotes');
  assert.equal(
    after1,
    `concurrent = 1
sentry_dsn = "null"
log_level = "info"
`,
  );
  assert.deepEqual(reportOf(after1), []);
});

test('yes', () => {
  const text = `[[runners]]
  [runners.docker]
    privileged = yes
`;
  assert.deepEqual(reportOf(text), [
    '3 error bare-word «yes»: `yes` is not a value. Write `true`, or `"yes"` if it is meant as text.',
  ]);
  assert.deepEqual(fixTitles(text), ['Change to `true`', 'Put it in quotes']);
  const after = fixed(text, 'Change to `true`');
  assert.equal(
    after,
    `[[runners]]
  [runners.docker]
    privileged = true
`,
  );
  assert.deepEqual(reportOf(after), []);
  const after1 = fixed(text, 'Put it in quotes');
  assert.equal(
    after1,
    `[[runners]]
  [runners.docker]
    privileged = "yes"
`,
  );
  assert.deepEqual(reportOf(after1), [
    '3 error wrong-type «"yes"»: `privileged` must be `true` or `false` without quotes, not a string. The runner does not start with it.',
  ]);
});

test('a regular expression in double quotes', () => {
  const text = `[[runners]]
  [runners.docker]
    allowed_images = ["^ruby:\\d+$"]
`;
  assert.deepEqual(reportOf(text), [
    '3 error bad-escape «\\d»: `\\d` is not an escape sequence. Double the backslash, or put the whole text in single quotes, where backslashes are plain.',
  ]);
  assert.deepEqual(fixTitles(text), ['Use single quotes', 'Double the backslash']);
  const after = fixed(text, 'Use single quotes');
  assert.equal(
    after,
    `[[runners]]
  [runners.docker]
    allowed_images = ['^ruby:\\d+$']
`,
  );
  assert.deepEqual(reportOf(after), []);
  const after1 = fixed(text, 'Double the backslash');
  assert.equal(
    after1,
    `[[runners]]
  [runners.docker]
    allowed_images = ["^ruby:\\\\d+$"]
`,
  );
  assert.deepEqual(reportOf(after1), []);
});

test('a network path in double quotes', () => {
  const text = `[[runners]]
  builds_dir = "\\\\server\\share"
`;
  assert.deepEqual(reportOf(text), [
    '2 error bad-escape «\\s»: `\\s` is not an escape sequence. Double the backslash, or put the whole text in single quotes, where backslashes are plain.',
  ]);
  assert.deepEqual(fixTitles(text), ['Use single quotes', 'Double the backslashes']);
  const after = fixed(text, 'Use single quotes');
  assert.equal(
    after,
    `[[runners]]
  builds_dir = '\\\\server\\share'
`,
  );
  assert.deepEqual(reportOf(after), []);
  const after1 = fixed(text, 'Double the backslashes');
  assert.equal(
    after1,
    `[[runners]]
  builds_dir = "\\\\\\\\server\\\\share"
`,
  );
  assert.deepEqual(reportOf(after1), []);
});

test('a Windows path in double quotes', () => {
  const text = `[[runners]]
  builds_dir = "C:\\GitLab\\builds"
`;
  assert.deepEqual(reportOf(text), [
    '2 error bad-escape «\\G»: `\\G` is not an escape sequence. Double the backslash, or put the whole text in single quotes, where backslashes are plain.',
  ]);
  assert.deepEqual(fixTitles(text), ['Use single quotes', 'Double the backslashes']);
  const after = fixed(text, 'Use single quotes');
  assert.equal(
    after,
    `[[runners]]
  builds_dir = 'C:\\GitLab\\builds'
`,
  );
  assert.deepEqual(reportOf(after), []);
  const after1 = fixed(text, 'Double the backslashes');
  assert.equal(
    after1,
    `[[runners]]
  builds_dir = "C:\\\\GitLab\\\\builds"
`,
  );
  assert.deepEqual(reportOf(after1), []);
});

test('a missing bracket', () => {
  const text = `[[runners]
  name = "a"
`;
  assert.deepEqual(reportOf(text), [
    '1 error unclosed-header «[[runners]»: This header is not closed: `]]` is missing.',
  ]);
  assert.deepEqual(fixTitles(text), ['Insert `]`']);
  const after = fixed(text, 'Insert `]`');
  assert.equal(
    after,
    `[[runners]]
  name = "a"
`,
  );
  assert.deepEqual(reportOf(after), []);
});

test('a missing bracket at the start', () => {
  const text = `[runners]]
  name = "a"
`;
  assert.deepEqual(reportOf(text), [
    '1 error unclosed-header «[runners]]»: The brackets of this header do not match: `[` is missing at its start.',
  ]);
  assert.deepEqual(fixTitles(text), ['Insert `[`']);
  const after = fixed(text, 'Insert `[`');
  assert.equal(
    after,
    `[[runners]]
  name = "a"
`,
  );
  assert.deepEqual(reportOf(after), []);
});

test('the same key twice', () => {
  const text = `concurrent = 1
concurrent = 2
`;
  assert.deepEqual(reportOf(text), [
    '2 error duplicate-key «concurrent»: `concurrent` is already defined in this table. Remove one of the two.',
  ]);
  assert.deepEqual(fixTitles(text), ['Remove this one', 'Remove the first one']);
  const after = fixed(text, 'Remove this one');
  assert.equal(after, 'concurrent = 1\n');
  assert.deepEqual(reportOf(after), []);
  const after1 = fixed(text, 'Remove the first one');
  assert.equal(after1, 'concurrent = 2\n');
  assert.deepEqual(reportOf(after1), []);
});

test('a colon', () => {
  const text = 'concurrent: 1\n';
  assert.deepEqual(reportOf(text), [
    '1 error colon-for-equals «:»: A key and its value are separated by `=`: write `=` in place of `:`.',
  ]);
  assert.deepEqual(fixTitles(text), ['Change to `=`']);
  const after = fixed(text, 'Change to `=`');
  assert.equal(after, 'concurrent = 1\n');
  assert.deepEqual(reportOf(after), []);
});

test('single brackets at first', () => {
  const text = `[runners]
name = "a"
[[runners]]
name = "b"
`;
  assert.deepEqual(reportOf(text), [
    '3 error array-redefined «runners»: `[[runners]]` starts one more of several tables, but `runners` is already defined as something else. Use the same kind of brackets in every `runners` header.',
  ]);
  assert.deepEqual(fixTitles(text), ['Give the first header two brackets']);
  const after = fixed(text, 'Give the first header two brackets');
  assert.equal(
    after,
    `[[runners]]
name = "a"
[[runners]]
name = "b"
`,
  );
  assert.deepEqual(reportOf(after), []);
});

test('a missing equals sign', () => {
  const text = 'log_level info # quiet\n';
  assert.deepEqual(reportOf(text), ['1 error missing-equals «log_level»: `log_level` needs `=` and a value after it.']);
  assert.deepEqual(fixTitles(text), ['Insert `=` and quotes']);
  const after = fixed(text, 'Insert `=` and quotes');
  assert.equal(after, 'log_level = "info" # quiet\n');
  assert.deepEqual(reportOf(after), []);
});

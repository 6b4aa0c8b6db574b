import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anyOf, message } from '../../../server/text/message';
import { briefReportOf, fixed, fixTitles, messagesOf } from '../findings';

test('at the end of the line', () => {
  const text = 'foo = 1 # gitlab-runner: ignore\n';
  assert.deepEqual(briefReportOf(text), []);
  assert.deepEqual(fixTitles(text), []);
});

test('above, for one code', () => {
  const text = `# gitlab-runner: ignore=unknown-key
# that is our own
foo = 1
bar = 2
`;
  assert.deepEqual(briefReportOf(text), ['4 warning unknown-key «bar»']);
  assert.deepEqual(fixTitles(text), []);
});

test('a comment that ignores nothing', () => {
  const text = `concurrent = 1 # gitlab-runner: ignore=unknown-key
foo = 1 # gitlab-runner: ignore=key-case
`;
  assert.deepEqual(briefReportOf(text), [
    '1 hint unused-ignore «# gitlab-runner: ignore=unknown-key»',
    '2 warning unknown-key «foo»',
    '2 hint unused-ignore «# gitlab-runner: ignore=key-case»',
  ]);
  assert.deepEqual(messagesOf(text)[0], message('unused-ignore.codes', { codes: anyOf(['unknown-key']) }));
  assert.deepEqual(fixTitles(text), ['Remove this comment', 'Remove this comment']);
  const after = fixed(text, 'Remove this comment');
  assert.equal(
    after,
    `concurrent = 1
foo = 1 # gitlab-runner: ignore=key-case
`,
  );
  assert.deepEqual(briefReportOf(after), [
    '2 warning unknown-key «foo»',
    '2 hint unused-ignore «# gitlab-runner: ignore=key-case»',
  ]);
});

test('a reason stays', () => {
  const text = 'concurrent = 1 # gitlab-runner: ignore=unknown-key for now\n';
  assert.deepEqual(briefReportOf(text), ['1 hint unused-ignore «# gitlab-runner: ignore=unknown-key»']);
  assert.deepEqual(fixTitles(text), ['Remove this comment']);
  const after = fixed(text, 'Remove this comment');
  assert.equal(after, 'concurrent = 1 # for now\n');
  assert.deepEqual(briefReportOf(after), []);
});

test('a comment that names no code, where nothing is found', () =>
  assert.deepEqual(messagesOf('concurrent = 1 # gitlab-runner: ignore\n'), [message('unused-ignore')]));

test('a comment goes with its line, or with the white space before it', () => {
  const gone = (text: string) => fixed(text, 'Remove this comment');
  const ignore = '# gitlab-runner: ignore=key-case';
  assert.equal(gone(`${ignore}\nconcurrent = 1\n`), 'concurrent = 1\n');
  assert.equal(gone(`concurrent = 1\n  ${ignore}  \nlog_level = "info"`), 'concurrent = 1\nlog_level = "info"');
  assert.equal(gone(`concurrent = 1 \t ${ignore}`), 'concurrent = 1');
  assert.equal(gone(`concurrent = 1${ignore}\n`), 'concurrent = 1\n');
});

test('a reason stays where it stands', () => {
  const kept = (text: string) => fixed(text, 'Remove this comment');
  const ignore = '# gitlab-runner: ignore=key-case for now';
  assert.equal(kept(`${ignore}\nconcurrent = 1\n`), '# for now\nconcurrent = 1\n');
  assert.equal(kept(`concurrent = 1\n  ${ignore}\n`), 'concurrent = 1\n  # for now\n');
  assert.equal(kept(`concurrent = 1${ignore}\n`), 'concurrent = 1# for now\n');
});

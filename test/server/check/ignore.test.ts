import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixed, fixTitles, reportOf } from '../findings';

test('at the end of the line', () => {
  const text = 'foo = 1 # gitlab-runner: ignore\n';
  assert.deepEqual(reportOf(text), []);
  assert.deepEqual(fixTitles(text), []);
});

test('above, for one code', () => {
  const text = `# gitlab-runner: ignore=unknown-key
# that is our own
foo = 1
bar = 2
`;
  assert.deepEqual(reportOf(text), ['4 warning unknown-key «bar»: `bar` is no global key. The runner ignores it.']);
  assert.deepEqual(fixTitles(text), []);
});

test('a comment that ignores nothing', () => {
  const text = `concurrent = 1 # gitlab-runner: ignore=unknown-key
foo = 1 # gitlab-runner: ignore=key-case
`;
  assert.deepEqual(reportOf(text), [
    '1 hint unused-ignore «# gitlab-runner: ignore=unknown-key»: There is no unknown-key here to ignore. Remove this comment.',
    '2 warning unknown-key «foo»: `foo` is no global key. The runner ignores it.',
    '2 hint unused-ignore «# gitlab-runner: ignore=key-case»: There is no key-case here to ignore. Remove this comment.',
  ]);
  assert.deepEqual(fixTitles(text), ['Remove this comment', 'Remove this comment']);
  const after = fixed(text, 'Remove this comment');
  assert.equal(
    after,
    `concurrent = 1
foo = 1 # gitlab-runner: ignore=key-case
`,
  );
  assert.deepEqual(reportOf(after), [
    '2 warning unknown-key «foo»: `foo` is no global key. The runner ignores it.',
    '2 hint unused-ignore «# gitlab-runner: ignore=key-case»: There is no key-case here to ignore. Remove this comment.',
  ]);
});

test('a reason stays', () => {
  const text = 'concurrent = 1 # gitlab-runner: ignore=unknown-key for now\n';
  assert.deepEqual(reportOf(text), [
    '1 hint unused-ignore «# gitlab-runner: ignore=unknown-key»: There is no unknown-key here to ignore. Remove this comment.',
  ]);
  assert.deepEqual(fixTitles(text), ['Remove this comment']);
  const after = fixed(text, 'Remove this comment');
  assert.equal(after, 'concurrent = 1 # for now\n');
  assert.deepEqual(reportOf(after), []);
});

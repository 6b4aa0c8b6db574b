import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutIgnored } from '../../../server/check/ignore';
import { anyOf, message } from '../../../server/text/message';
import { counted } from '../../counted';
import { briefReportOf, findingsOf, fixed, fixTitles, messagesOf } from '../findings';

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

test('blanks may stand between its parts, and its words are whole', () => {
  for (const comment of counted([
    '#gitlab-runner:ignore=unknown-key',
    '# gitlab-runner : ignore = unknown-key',
    '#  gitlab-runner:  ignore  =  key-case  ,  unknown-key',
    '# gitlab-runner: ignore=key-case,unknown-key and why',
    '# our own; # gitlab-runner: ignore=unknown-key',
  ]))
    assert.deepEqual(briefReportOf(`foo = 1 ${comment}\n`), [], comment);
  for (const comment of counted([
    '# gitlab-runner ignore',
    '# gitlab-runners: ignore',
    '# gitlab-runner: ignor',
    '# x',
  ]))
    assert.deepEqual(briefReportOf(`foo = 1 ${comment}\n`), ['1 warning unknown-key «foo»'], comment);
});

test('what is said of one covers it from its sign to its last code, and is shown faded', () => {
  for (const [text, covered] of counted(
    Object.entries({
      'concurrent = 1 # our own # gitlab-runner: ignore=key-case, unknown-key for now\n':
        '# gitlab-runner: ignore=key-case, unknown-key',
      'concurrent = 1 # gitlab-runner: ignore=key-case key-order\n': '# gitlab-runner: ignore=key-case',
      'concurrent = 1 #  gitlab-runner : ignore  \n': '#  gitlab-runner : ignore',
    }),
  )) {
    assert.deepEqual(briefReportOf(text), [`1 hint unused-ignore «${covered}»`]);
    assert.deepEqual(findingsOf(text)[0]?.tags, ['unnecessary']);
  }
});

test('above, it counts for the first line that says something', () => {
  const ignore = '# gitlab-runner: ignore=unknown-key';
  for (const between of counted([
    '',
    '\n',
    '  \n\t\n',
    '# c\n',
    '\n  # c\n\n',
    `${ignore.replace('unknown-key', 'key-case')}\n`,
  ])) {
    const used = between.includes('key-case') ? ['2 hint unused-ignore «# gitlab-runner: ignore=key-case»'] : [];
    assert.deepEqual(briefReportOf(`${ignore}\n${between}foo = 1\n`), used, between);
  }
  assert.deepEqual(briefReportOf(`${ignore}\nconcurrent = 1\nfoo = 1\n`), [
    `1 hint unused-ignore «${ignore}»`,
    '3 warning unknown-key «foo»',
  ]);
});

test('one line may have several, each for codes of its own', () => {
  const line = (comment: string) => `foo = 1 # gitlab-runner: ignore=${comment}\n`;
  assert.deepEqual(briefReportOf(`# gitlab-runner: ignore=unknown-key\n${line('key-case')}`), [
    '2 hint unused-ignore «# gitlab-runner: ignore=key-case»',
  ]);
  assert.deepEqual(briefReportOf(`# gitlab-runner: ignore=key-case\n${line('unknown-key')}`), [
    '1 hint unused-ignore «# gitlab-runner: ignore=key-case»',
  ]);
  // The first that covers a finding is the one that is used.
  assert.deepEqual(briefReportOf(`# gitlab-runner: ignore\n${line('unknown-key')}`), [
    '2 hint unused-ignore «# gitlab-runner: ignore=unknown-key»',
  ]);
});

test('what is left stands in the order of the text, the shorter of two at one place first', () => {
  const text =
    '# gitlab-runner: ignore=key-case\nconcurrent = 1\n[[runners]]\n  limit = "a" b\n  foo = 1 # gitlab-runner: ignore\n';
  assert.deepEqual(briefReportOf(text), [
    '1 hint unused-ignore «# gitlab-runner: ignore=key-case»',
    '4 error wrong-type «"a"»',
    '4 error text-after-value «b»',
  ]);
});

test('a comment that is not used stands before what is longer at its place, and behind what is shorter', () => {
  const directive = { start: 2, end: 8, line: 5, codes: undefined };
  const ends = (...findings: readonly number[]) =>
    withoutIgnored(
      findings.map((end) => ({ code: 'key-case', severity: 'hint', start: 2, end, message: message('unused-ignore') })),
      [directive],
      () => 0,
    ).map(({ end }) => end);
  assert.deepEqual(ends(9), [8, 9]);
  assert.deepEqual(ends(7, 9), [7, 8, 9]);
});

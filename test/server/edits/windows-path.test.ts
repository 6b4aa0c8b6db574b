import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import {
  doubledBackslashes,
  singleQuoted,
  tripleSingleQuoted,
  windowsEscape,
} from '../../../server/edits/windows-path';
import { SLACK } from '../../slack';

const { raw } = String;

/** The string with a `|` before the escape that was found. */
function escapeIn(string: string, inScript?: boolean): string | undefined {
  const at = windowsEscape(string, inScript);
  return at === undefined ? undefined : `${string.slice(0, at)}|${string.slice(at)}`;
}

describe('an escape in a Windows path', () => {
  it('stands for a control character behind a drive, or in a network path', () => {
    for (const found of [
      raw`"C:|\builds"`,
      raw`"z:|\temp"`,
      raw`"C:\GitLab|\new"`,
      raw`"C:\Users|\runner"`,
      raw`"C:\a|\files"`,
      raw`"C:\a|\editor"`,
      raw`"/c:D:|\temp"`,
      raw`"/cache;C:|\temp"`,
      raw`"\\server|\builds"`,
      raw`"\\server\share|\temp"`,
      raw`"\\\\server|\builds"`,
      raw`"\\|\temp"`,
    ])
      assert.equal(escapeIn(found.replace('|', '')), found);
  });

  it('is none of a character that stands for itself, and none is in what is no path', () => {
    for (const sound of [
      raw`"C:\\builds"`,
      raw`"C:\GitLab\Users"`,
      raw`"C:\\GitLab\\new"`,
      raw`"\\\\server\\builds"`,
      raw`"\\server\Share"`,
      raw`"/builds:\temp/x"`,
      raw`"echo a:\nexit"`,
      raw`"abc:\nexit"`,
      raw`"1:\nexit"`,
      raw`"9C:\nexit"`,
      raw`"C:/builds\n"`,
      raw`"C\nexit"`,
      raw`"a\tb"`,
      raw`"\tC"`,
      '"C:/builds"',
      raw`"C:\"`,
      '""',
    ])
      assert.equal(escapeIn(sound), undefined, sound);
  });

  it('is no line break and no tab where the backslashes of the path are doubled, or behind a space', () => {
    assert.equal(escapeIn(raw`"C:\\builds\n"`), undefined);
    assert.equal(escapeIn(raw`"C:\\builds\tD:\\x\r\n"`), undefined);
    assert.equal(escapeIn(raw`"\\\\server\\a\nb"`), undefined);
    assert.equal(escapeIn(raw`"C:\\a\builds"`), raw`"C:\\a|\builds"`);
    assert.equal(escapeIn(raw`"step a:\nexit"`), undefined);
    assert.equal(escapeIn(raw`"step a:\builds"`), raw`"step a:|\builds"`);
    // The next path begins anew.
    assert.equal(escapeIn(raw`"step a:\x;C:\new"`), raw`"step a:\x;C:|\new"`);
  });

  it('is in a script only meant where a path starts the line', () => {
    assert.equal(escapeIn(raw`"C:\new"`, true), raw`"C:|\new"`);
    assert.equal(escapeIn(raw`";C:\new"`, true), undefined);
    assert.equal(escapeIn(raw`";C:\builds"`, true), raw`";C:|\builds"`);
  });
});

test('in single quotes backslashes are plain', () => {
  assert.equal(singleQuoted(raw`"C:\builds"`), raw`'C:\builds'`);
  assert.equal(singleQuoted(raw`"C:\\builds\\new"`), raw`'C:\builds\new'`);
  assert.equal(singleQuoted(raw`"C:\GitLab\\new"`), raw`'C:\GitLab\new'`);
  assert.equal(singleQuoted(raw`"\\server\builds"`), raw`'\\server\builds'`);
  assert.equal(singleQuoted(raw`"\\\\server\\builds"`), raw`'\\server\builds'`);
  assert.equal(singleQuoted(raw`"\\\\server\builds"`), raw`'\\server\builds'`);
  assert.equal(singleQuoted(raw`"C:\it's"`), undefined);
  assert.equal(singleQuoted(raw`"C:\a \"b\""`), undefined);
});

test('in three of them, too, over lines that hold paths', () => {
  const quoted = (content: string) => tripleSingleQuoted(`"""${content}"""`);
  for (const content of [
    '\necho a\n',
    raw`cd C:\builds`,
    `\necho "a"\r\ncd ${raw`C:\builds\new`}\r\n`,
    `it's ${raw`C:\new`}`,
  ])
    assert.equal(quoted(content), `'''${content}'''`);
  for (const content of [
    `cd ${raw`C:\builds`}'`,
    `cd ${raw`C:\builds`} ''' a`,
    `'''cd ${raw`C:\builds`}`,
    raw`cd C:\\builds`,
    raw`cd \n C:\builds`,
    raw`cd C:\builds \"a\"`,
    `cd ${raw`C:\builds`} \\\n  a`,
    `cd ${raw`C:\builds`} \\ \n  a`,
    `cd ${raw`C:\builds`}\necho a\\n`,
    raw`cd abC:\builds`,
  ])
    assert.equal(quoted(content), undefined, content);
});

test('each backslash is doubled that is not yet', () => {
  assert.equal(doubledBackslashes(raw`"C:\GitLab\builds"`), raw`"C:\\GitLab\\builds"`);
  assert.equal(doubledBackslashes(raw`"C:\\GitLab\builds"`), raw`"C:\\GitLab\\builds"`);
  assert.equal(doubledBackslashes(raw`"\\server\share"`), raw`"\\\\server\\share"`);
  assert.equal(doubledBackslashes(raw`"\\\\server\share"`), raw`"\\\\server\\share"`);
  assert.equal(doubledBackslashes(raw`"C:\a \"b\""`), raw`"C:\\a \"b\""`);
});

test('a megabyte is scanned at once', () => {
  const start = performance.now();
  for (const piece of ['C:', '\\\\', 'C:\\\\', ' x:\\n', 'a'])
    windowsEscape(`"${piece.repeat(1_000_000 / piece.length)}"`);
  assert.ok(performance.now() - start < 1500 * SLACK);
});

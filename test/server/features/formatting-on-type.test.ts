import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatOnType } from '../../../server/features/formatting';
import { createDocument } from '../../../server/meaning/create-document';
import { readCursor } from '../cursor';
import { applyWhiteSpaceEdits } from './white-space-edits';

/** The text after Enter was pressed and the edits were made. `|` stands where the caret is then. */
function afterEnter(marked: string, character = '\n'): string {
  const { text, offset } = readCursor(marked);
  const edits = formatOnType(createDocument('config.toml', text), offset, character, {
    tabSize: 2,
    insertSpaces: true,
  });
  return applyWhiteSpaceEdits(text, edits);
}

describe('formatting while typing', () => {
  it('formats the line that Enter finished and indents the new one', () => {
    assert.equal(afterEnter('a=1\n[[runners]]\nname="a"  \n|'), 'a=1\n[[runners]]\n  name = "a"\n  ');
  });

  it('indents below a header', () => {
    assert.equal(afterEnter('[[runners]]\n    [runners.docker]\n    |'), '[[runners]]\n  [runners.docker]\n    ');
    assert.equal(afterEnter('  [[runners]]\n  |\n  name = "a"\n'), '[[runners]]\n  \n  name = "a"\n');
  });

  it('indents below a header that is not finished, and leaves that one alone', () => {
    assert.equal(afterEnter('  [[runners\n|'), '  [[runners\n  ');
    assert.equal(afterEnter('  [runners.\n   |'), '  [runners.\n   ');
  });

  it('indents what was moved to the new line', () => {
    assert.equal(afterEnter('[[runners]]\n  name = "a"\n|limit = 1\n'), '[[runners]]\n  name = "a"\n  limit = 1\n');
  });

  it('indents the items of an array', () => {
    assert.equal(afterEnter('[[runners]]\n  environment = [\n|\n  ]\n'), '[[runners]]\n  environment = [\n    \n  ]\n');
  });

  it('continues a comment where it stands', () => {
    assert.equal(afterEnter('a = 1\n\n# the runner\n  |\n[[runners]]\n'), 'a = 1\n\n# the runner\n\n[[runners]]\n');
  });

  it('does nothing below an unfinished statement, and in a multi-line string', () => {
    for (const text of ['[[runners]]\n  nam\n      |', 'a = [\n     |', 'a = """\n     |\n"""\n']) {
      assert.equal(afterEnter(text), text.replace('|', ''));
    }
  });

  it('removes the indentation of a line that stayed empty', () => {
    assert.equal(afterEnter('[[runners]]\n  limit = 1\n  \n  |'), '[[runners]]\n  limit = 1\n\n  ');
  });

  it('does nothing on other characters', () => {
    assert.equal(afterEnter('  a=|', '='), '  a=');
  });
});
